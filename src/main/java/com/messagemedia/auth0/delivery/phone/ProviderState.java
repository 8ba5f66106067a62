package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.auth0.Action;
import com.messagemedia.auth0.auth0.Binding;
import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.auth0.PhoneProvider;
import com.messagemedia.auth0.model.Value;
import java.util.List;
import java.util.Optional;

/**
 * What sends a tenant's phone messages, as Auth0 shows it.
 *
 * @param actions the Actions of the trigger; Auth0 allows one
 * @param bindings the bindings of the trigger
 * @param providers the phone providers; Auth0 allows one
 */
public record ProviderState(List<Action> actions, List<Binding> bindings, List<PhoneProvider> providers) {

    private static final Value TEXT = Value.of("text");
    private static final Value VOICE = Value.of("voice");

    public ProviderState {
        actions = List.copyOf(actions);
        bindings = List.copyOf(bindings);
        providers = List.copyOf(providers);
    }

    /** Reads it with three requests. */
    public static ProviderState read(ManagementClient client) {
        return new ProviderState(
                client.actions().ofTrigger(ActionDeployment.TRIGGER),
                client.actions().bindings(ActionDeployment.TRIGGER),
                client.phone().providers());
    }

    /** Returns the tenant's phone provider; empty if there is none, or several. */
    public Optional<PhoneProvider> provider() {
        return providers.size() == 1 ? Optional.of(providers.get(0)) : Optional.empty();
    }

    /** Returns whether the trigger runs this Action. */
    public boolean runs(Action action) {
        return bindings.stream().anyMatch(binding -> binding.actionId().equals(action.id()));
    }

    /** Returns whether a draft of this Action waits to be deployed, besides the empty one that the dashboard makes. */
    public static boolean hasDraft(Action action) {
        boolean same = action.deployed()
                .filter(version -> version.code().equals(action.code()) && action.allChangesDeployed())
                .isPresent();
        return !same && !(action.deployed().isEmpty() && ActionDrafts.isStub(action.code()));
    }

    /** Returns whether a provider sends text messages. */
    public static boolean sendsText(PhoneProvider provider) {
        return sends(provider, TEXT);
    }

    /** Returns whether a provider makes calls. */
    public static boolean sendsVoice(PhoneProvider provider) {
        return sends(provider, VOICE);
    }

    private static boolean sends(PhoneProvider provider, Value method) {
        return provider.configuration().members().get("delivery_methods") instanceof Value.Array methods
                && methods.items().contains(method);
    }
}

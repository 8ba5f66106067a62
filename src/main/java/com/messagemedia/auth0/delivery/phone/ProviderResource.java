package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.auth0.ManagementException;
import com.messagemedia.auth0.auth0.ManagementException.Kind;
import com.messagemedia.auth0.auth0.PhoneProvider;
import com.messagemedia.auth0.delivery.Resource;
import com.messagemedia.auth0.delivery.ResourceRefusal;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tenant's phone provider. A tenant has one at most, and it serves every phone message of the tenant. */
final class ProviderResource implements Resource {

    private static final FieldPath NAME = FieldPath.of("name");
    private static final FieldPath DISABLED = FieldPath.of("disabled");
    private static final FieldPath CONFIGURATION = FieldPath.of("configuration");
    private static final FieldPath METHODS = FieldPath.of("configuration", "delivery_methods");

    private Optional<PhoneProvider> seen = Optional.empty();

    @Override
    public String name() {
        return PhonePaths.PROVIDER;
    }

    @Override
    public List<String> scopesToRead() {
        return List.of("read:phone_providers");
    }

    @Override
    public List<String> scopesToWrite(Options before, Options after) {
        return List.of(seen.isPresent() ? "update:phone_providers" : "create:phone_providers");
    }

    @Override
    public Options read(ManagementClient client) {
        List<PhoneProvider> providers = client.phone().providers();
        if (providers.size() > 1) {
            throw several(providers);
        }
        seen = providers.isEmpty() ? Optional.empty() : Optional.of(providers.get(0));
        return seen.isPresent() ? tree(seen.get()) : Options.EMPTY;
    }

    private static Options tree(PhoneProvider provider) {
        Options tree = Options.EMPTY
                .with(NAME, Value.of(provider.name()))
                .with(DISABLED, Value.of(provider.disabled()))
                .with(CONFIGURATION, provider.configuration());
        Optional<Value> methods = tree.get(METHODS);
        return methods.isPresent() ? tree.with(METHODS, sorted(methods.get())) : tree;
    }

    /** The methods are a set: their order means nothing. */
    private static Value sorted(Value methods) {
        return methods instanceof Value.Array array
                ? new Value.Array(array.items().stream()
                        .sorted(Comparator.comparing(Value::toString))
                        .toList())
                : methods;
    }

    @Override
    public void check(Options before, Options after) {
        if (after.isEmpty()) {
            throw new ResourceRefusal(
                    "The descriptor removes the phone provider, and without one no phone message is sent. Nothing was"
                            + " written.",
                    "Take phoneProvider out of \"remove\". To stop using it, switch it off in the Auth0 dashboard under"
                            + " Branding > Phone Provider.");
        }
    }

    @Override
    public Map<FieldPath, String> leftByRollback(Options now, Options then) {
        if (then.isEmpty() && !now.isEmpty()) {
            return Map.of(FieldPath.of(PhonePaths.PROVIDER), PhonePaths.NOTHING_BEFORE);
        }
        if (!then.get(NAME).equals(now.get(NAME))) {
            throw new ResourceRefusal(
                    "Before that apply the phone provider was Twilio. A rollback cannot restore it, because Auth0 never shows"
                            + " Twilio's auth token. Nothing was written.",
                    "Choose Twilio in the Auth0 dashboard under Branding > Phone Provider, and enter its auth token.");
        }
        return Map.of();
    }

    @Override
    public Options write(ManagementClient client, Options before, Options after) {
        String name =
                after.get(NAME).orElse(Value.of(PhoneProvider.CUSTOM)) instanceof Value.Text text ? text.text() : "";
        boolean disabled = after.get(DISABLED).equals(Optional.of(Value.of(true)));
        Tree configuration = after.get(CONFIGURATION).orElse(Tree.EMPTY) instanceof Tree tree ? tree : Tree.EMPTY;
        seen = Optional.of(
                seen.isPresent()
                        ? client.phone().update(seen.get().id(), name, disabled, configuration)
                        : created(client, name, disabled, configuration));
        return tree(seen.get());
    }

    /** Somebody may have made one in the meantime; the caller reads it and decides. */
    private static PhoneProvider created(ManagementClient client, String name, boolean disabled, Tree configuration) {
        try {
            return client.phone().create(name, disabled, configuration);
        } catch (ManagementException e) {
            if (e.kind() == Kind.CONFLICT) {
                throw new Fault(
                        "Somebody created the tenant's phone provider after the plan was made.",
                        "Run the goal again: it plans from what Auth0 holds now.",
                        Outcome.REFUSED);
            }
            throw e;
        }
    }

    private static Fault several(List<PhoneProvider> providers) {
        return new Fault(
                "The tenant has " + providers.size() + " phone providers: "
                        + String.join(
                                ", ",
                                providers.stream()
                                        .map(one -> one.name() + " (" + one.id() + ")")
                                        .toList())
                        + ". Auth0 does not say which one sends. Nothing was written.",
                "Delete all but one with the Management API.",
                Outcome.REFUSED);
    }
}

package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.auth0.Action;
import com.messagemedia.auth0.auth0.ActionVersion;
import com.messagemedia.auth0.auth0.PhoneProvider;
import com.messagemedia.auth0.delivery.phone.ActionCode;
import com.messagemedia.auth0.delivery.phone.ProviderState;
import com.messagemedia.auth0.model.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Action, binding and phone provider: all that has to be right in Auth0 before it runs the Action for a message.
 *
 * @param state what Auth0 shows
 * @param mended whether an apply is possible, and so puts right what is wrong
 */
record ProviderExamination(ProviderState state, boolean mended) {

    private static final String ACTION = "Action";
    private static final String PROVIDER = "phone provider";
    private static final String LIBRARY = "in the Auth0 dashboard under Actions > Library";

    List<CheckResult> links() {
        List<CheckResult> links = new ArrayList<>();
        if (state.actions().size() == 1) {
            links.addAll(action(state.actions().get(0)));
        } else {
            links.add(noAction());
        }
        links.add(provider());
        return links;
    }

    private CheckResult noAction() {
        List<Action> actions = state.actions();
        return actions.isEmpty()
                ? wrong(ACTION, "the tenant has no Action for phone messages", "creates and deploys it")
                : CheckResult.broken(
                        ACTION,
                        "the tenant has " + actions.size() + " Actions for phone messages, and Auth0 does not say which"
                                + " one it runs: "
                                + String.join(
                                        ", ", actions.stream().map(Action::name).toList()),
                        "Delete all but one " + LIBRARY + ".");
    }

    private List<CheckResult> action(Action action) {
        if (action.deployed().isEmpty()) {
            return List.of(wrong(ACTION, action.name() + " was never deployed, so it sends nothing", "deploys it"));
        }
        ActionVersion version = action.deployed().get();
        return List.of(
                CheckResult.ok(
                        ACTION, action.name() + " (" + action.id() + "), version " + version.number() + " is deployed"),
                draft(action, version),
                state.runs(action)
                        ? CheckResult.ok("binding", "Auth0 runs it for phone messages")
                        : wrong("binding", "no trigger runs the Action, so it sends nothing", "binds it"),
                secrets(version));
    }

    private static CheckResult draft(Action action, ActionVersion version) {
        return ProviderState.hasDraft(action)
                ? CheckResult.warning(
                        "draft",
                        "the Action has an edit that is not deployed; users still get version " + version.number(),
                        "If an apply stopped halfway, apply again. If somebody else wrote it, deploy or discard it "
                                + LIBRARY + ".")
                : CheckResult.ok("draft", "no edit of the Action waits to be deployed");
    }

    private CheckResult secrets(ActionVersion version) {
        List<String> missing = Stream.of(ActionCode.API_KEY, ActionCode.API_SECRET)
                .filter(name -> !version.secrets().containsKey(name))
                .toList();
        return missing.isEmpty()
                ? CheckResult.ok("secrets", "the Action has both; Auth0 does not show their values")
                : wrong("secrets", "the Action lacks " + String.join(" and ", missing), "sets them");
    }

    private CheckResult provider() {
        List<PhoneProvider> providers = state.providers();
        if (providers.size() > 1) {
            return CheckResult.broken(
                    PROVIDER,
                    "the tenant has " + providers.size() + " phone providers, and Auth0 does not say which one sends",
                    "Delete all but one with the Management API.");
        }
        return providers.isEmpty()
                ? wrong(PROVIDER, "the tenant has none, so Auth0 sends no phone message", "creates it")
                : provider(providers.get(0));
    }

    private CheckResult provider(PhoneProvider provider) {
        if (!provider.name().equals(PhoneProvider.CUSTOM)) {
            return wrong(
                    PROVIDER,
                    "it is " + provider.name() + ", so Auth0 does not run the Action",
                    "takes it over, with -Dmessagemedia.takeOver");
        }
        if (provider.disabled()) {
            return wrong(PROVIDER, "it is switched off, so Auth0 sends no phone message", "switches it on");
        }
        return ProviderState.sendsText(provider)
                ? CheckResult.ok(PROVIDER, "it runs the Action, is switched on and sends text messages")
                : wrong(PROVIDER, "text is not among its delivery methods, so no code is sent by SMS", "adds it");
    }

    /** Before a first apply it is no fault; after it, messages do not arrive until somebody acts. */
    private CheckResult wrong(String link, String found, String whatApplyDoes) {
        return mended
                ? CheckResult.warning(link, found, "messagemedia:apply " + whatApplyDoes + ".")
                : CheckResult.broken(link, found, "messagemedia:plan says what stops the apply that would mend it.");
    }
}

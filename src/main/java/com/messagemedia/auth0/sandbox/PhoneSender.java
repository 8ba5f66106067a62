package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.javascript.ActionRun;
import com.messagemedia.auth0.javascript.ActionRun.Outcome;
import com.messagemedia.auth0.javascript.ActionRuntime;
import com.messagemedia.auth0.javascript.ActionScript;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a message through the tenant's phone provider: it runs the code of the deployed and bound Action. As at Auth0,
 * who asked for the message learns nothing of the result; a failure goes to the tenant's log.
 */
final class PhoneSender {

    private static final String HANDLER = "onExecuteCustomPhoneProvider";

    /** Auth0 runs an Action that asks for it up to five times more (Auth0 documentation, its API object). */
    private static final int MOST_RETRIES = 5;

    private final Tenant tenant;
    private final ActionFetch fetch;
    private final InstantSource clock;

    PhoneSender(Tenant tenant, ActionFetch fetch, InstantSource clock) {
        this.tenant = tenant;
        this.fetch = fetch;
        this.clock = clock;
    }

    /** Sends a message, or writes to the log why not. Retries come at once, as the sandbox has no waiting. */
    void send(Notification notification) {
        TenantState state = tenant.state();
        Optional<String> obstacle = obstacle(state, notification.method());
        if (obstacle.isPresent()) {
            fail(notification, obstacle.get());
        } else if (!isTwilio(state)) {
            Tree version = Bindings.live(state).orElseThrow();
            run(script(state, version, notification), notification);
        }
    }

    /** Twilio's messages leave the sandbox's sight: nothing is sent, and nothing fails. */
    private static boolean isTwilio(TenantState state) {
        return provider(state)
                .filter(provider -> Members.text(provider, "name").equals("twilio"))
                .isPresent();
    }

    private static Optional<Tree> provider(TenantState state) {
        return state.items(TenantPart.PHONE_PROVIDERS).stream().findFirst();
    }

    private static Optional<String> obstacle(TenantState state, String method) {
        Optional<Tree> provider = provider(state);
        if (provider.isEmpty()) {
            return Optional.of("The tenant has no phone provider");
        }
        if (Members.isTrue(provider.get(), "disabled")) {
            return Optional.of("The phone provider is disabled");
        }
        Tree configuration = Members.tree(provider.get(), "configuration");
        if (!Members.array(configuration, PhoneProvider.METHODS).items().contains(Value.of(method))) {
            return Optional.of("The phone provider does not send by " + method);
        }
        return isTwilio(state) || Bindings.live(state).isPresent()
                ? Optional.empty()
                : Optional.of("No deployed Action is bound to the trigger " + Bindings.PHONE_TRIGGER);
    }

    private ActionScript script(TenantState state, Tree version, Notification notification) {
        return new ActionScript(
                Members.text(version, "code"),
                HANDLER,
                Json.write(PhoneEvent.of(state, notification)),
                secrets(version),
                clock.instant());
    }

    private static Map<String, String> secrets(Tree version) {
        Map<String, String> secrets = new LinkedHashMap<>();
        Members.trees(version, StoredAction.SECRETS)
                .forEach(secret -> secrets.put(Members.text(secret, "name"), Members.text(secret, "value")));
        return secrets;
    }

    private void run(ActionScript script, Notification notification) {
        ActionRun run = once(script, notification);
        for (int i = 0; i < MOST_RETRIES && run.outcome() == Outcome.RETRY; i++) {
            run = once(script, notification);
        }
    }

    private ActionRun once(ActionScript script, Notification notification) {
        ActionRun run = ActionRuntime.run(script, fetch);
        if (run.outcome() != Outcome.DONE) {
            fail(notification, hidden(run.reason(), script.secrets()));
        }
        return run;
    }

    /** Somebody's Action can put a secret into a reason; the sandbox shows none. */
    private static String hidden(String reason, Map<String, String> secrets) {
        String hidden = reason;
        for (String secret : secrets.values()) {
            hidden = secret.isEmpty() ? hidden : hidden.replace(secret, "***");
        }
        return hidden;
    }

    private void fail(Notification notification, String reason) {
        Tree details = ObjectBuilder.empty()
                .put("connection", Members.text(notification.connection(), "name"))
                .put("connection_id", Members.text(notification.connection(), "id"))
                .put("client_id", Members.text(notification.client(), "client_id"))
                .put(
                        "details",
                        ObjectBuilder.empty()
                                .put("channel", "phone")
                                .put("message_type", notification.type())
                                .put("error", reason)
                                .tree())
                .tree();
        tenant.write(draft -> {
            LogsEndpoint.add(draft, LogsEndpoint.FAILED_NOTIFICATION, "Failed Sending Notification", details);
            return true;
        });
    }

    /**
     * A message to send.
     *
     * @param recipient the number
     * @param method {@code text} or {@code voice}
     * @param type the type of its template, such as {@code otp_verify}
     * @param code the code in it
     * @param client the application that asked for it; empty for a test
     * @param connection the connection of the sign-in; empty for a test
     */
    record Notification(String recipient, String method, String type, String code, Tree client, Tree connection) {

        /** A test message, with a code that nobody can use. */
        static Notification test(String recipient, String method, String type) {
            return new Notification(recipient, method, type, "123456", Tree.EMPTY, Tree.EMPTY);
        }

        /** Shows neither the number nor the code. */
        @Override
        public String toString() {
            return method + " of type " + type;
        }
    }
}

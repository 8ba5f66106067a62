package com.messagemedia.auth0.sandbox;

import static java.util.Map.entry;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.PropertyValidators.Check;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Checks the bodies of requests that create or change an Action (Auth0 Management API, schemas {@code
 * CreateActionRequestContent} and {@code UpdateActionRequestContent}; Auth0's documentation, "Actions limitations").
 */
final class ActionBody {

    /** The names of all triggers (Auth0 Management API, schema {@code ActionTriggerTypeEnum}). */
    static final Set<String> TRIGGERS = Set.of(
            "post-login",
            "credentials-exchange",
            "pre-user-registration",
            "post-user-registration",
            "post-change-password",
            "send-phone-message",
            Bindings.PHONE_TRIGGER,
            "custom-email-provider",
            "password-reset-post-challenge",
            "custom-token-exchange",
            "event-stream",
            "password-hash-migration",
            "login-post-identifier",
            "signup-post-identifier");

    private static final Set<String> RUNTIMES = Set.of("node18", "node18-actions", "node22");

    /** 100 kB (Auth0's documentation, "Actions limitations"). */
    private static final int LONGEST_CODE = 100_000;

    private static final int LONGEST_SECRET_NAME = 128;
    private static final int LONGEST_SECRET = 4096;
    private static final int MOST_SECRETS = 30;
    private static final int MOST_PACKAGES = 10;

    private static final Map<String, Check> SECRET = Map.of(
            "name", PropertyValidators.atMost(LONGEST_SECRET_NAME), "value", PropertyValidators.atMost(LONGEST_SECRET));
    private static final Map<String, Check> PACKAGE = Map.of(
            "name", PropertyValidators::text,
            "version", PropertyValidators::text,
            "registry_url", PropertyValidators::text);
    private static final Map<String, Check> TRIGGER = Map.ofEntries(
            entry("id", PropertyValidators.oneOf(TRIGGERS)),
            entry("version", PropertyValidators::text),
            entry("status", PropertyValidators::text),
            entry("runtimes", PropertyValidators::texts),
            entry("default_runtime", PropertyValidators::text),
            entry("binding_policy", PropertyValidators::text),
            entry("compatible_triggers", PropertyValidators.items(0, Integer.MAX_VALUE, PropertyValidators::object)));

    private static final Map<String, Check> PATCH = Map.of(
            "name",
            PropertyValidators::text,
            "code",
            PropertyValidators.atMost(LONGEST_CODE),
            "runtime",
            PropertyValidators.oneOf(RUNTIMES),
            "modules",
            PropertyValidators.items(0, Integer.MAX_VALUE, PropertyValidators::object),
            "supported_triggers",
            PropertyValidators.items(1, 1, PropertyValidators.closed(TRIGGER, Set.of("id"))),
            "dependencies",
            PropertyValidators.items(0, MOST_PACKAGES, PropertyValidators.closed(PACKAGE, Set.of())),
            "secrets",
            PropertyValidators.items(0, MOST_SECRETS, ActionBody::secret));

    private static final Map<String, Check> POST = post();

    private ActionBody() {}

    private static Map<String, Check> post() {
        Map<String, Check> checks = new HashMap<>(PATCH);
        checks.put("deploy", PropertyValidators::bool);
        return Map.copyOf(checks);
    }

    static Tree post(Value body) {
        return checked(body, POST, Set.of("name", "supported_triggers"));
    }

    static Tree patch(Value body) {
        return checked(body, PATCH, Set.of());
    }

    private static Tree checked(Value body, Map<String, Check> known, Set<String> required) {
        PropertyValidators.closed(known, required).check("", body);
        return PropertyValidators.object("", body);
    }

    private static void secret(String property, Value value) {
        Tree secret = PropertyValidators.object(property, value);
        PropertyValidators.require(property, secret, Set.of("name"));
        PropertyValidators.each(property, secret, SECRET);
    }

    /** The triggers that a body names. */
    static Array triggers(Tree body) {
        return Members.array(body, "supported_triggers");
    }
}

package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.javascript.ActionScript;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Events as Auth0 gives them to the Action of a custom phone provider, and what must not leave them. */
final class PhoneEvents {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final String RECIPIENT = "+61491570006";
    static final String TEXT = "482913 is your code for Acme";

    static final Map<String, String> SECRETS =
            Map.of(ActionCode.API_KEY, "keyOfTheAccount", ActionCode.API_SECRET, "secretOfTheAccount");

    /** Parts of number, text, code and secrets, and the credentials as they travel. */
    static final String[] PRIVATE = {
        "491570006", "570-006", "570 006", "482913", "Acme", "OfTheAccount", "a2V5T2ZUaGVBY2NvdW50"
    };

    static final String CODE = """
            {"notification":{"message_type":"otp_verify","delivery_method":"text","recipient":"%s","as_text":"%s",
              "as_voice":"4 8 2 9 1 3","code":"482913","locale":"en-US"},"transaction":{"correlation_id":"corr-1"}}
            """.formatted(RECIPIENT, TEXT);

    static final String NOTICE = """
            {"notification":{"message_type":"blocked_account","delivery_method":"text","recipient":"%s",
              "as_text":"Your account for Acme is blocked","as_voice":"","locale":"en-US"}}
            """.formatted(RECIPIENT);

    static final ActionCode SETTINGS =
            new ActionCode("api.messagemedia.com", Optional.of("+61491570156"), Map.of(), Duration.ofSeconds(300));

    private PhoneEvents() {}

    static ActionScript script(String event, Map<String, String> secrets) {
        return new ActionScript(SETTINGS.render(), ActionCode.HANDLER, event, secrets, NOW);
    }
}

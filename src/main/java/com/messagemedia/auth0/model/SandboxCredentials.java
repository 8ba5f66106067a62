package com.messagemedia.auth0.model;

import java.util.Set;

/**
 * The credentials that the sandbox accepts. They are public and open nothing but the sandbox. No other credential may
 * be in a descriptor as plain text.
 */
public final class SandboxCredentials {

    /** The client id of the sandbox's application. */
    public static final String CLIENT_ID = "sandbox-client-id";

    /** That application's client secret. */
    public static final String CLIENT_SECRET = "sandbox-client-secret-published";

    /** A Management API access token that needs no sign-in. */
    public static final String TOKEN = "sandbox-token-published";

    /** The MessageMedia API key. */
    public static final String API_KEY = "SandboxApiKey0000000";

    /** The MessageMedia API secret. */
    public static final String API_SECRET = "SandboxApiSecret00000000000000";

    /** The Twilio account from before the switch to MessageMedia. */
    public static final String TWILIO_SID = "AC00000000000000000000000000000000";

    /** That Twilio account's token. */
    public static final String TWILIO_TOKEN = "00000000000000000000000000000000";

    /** The key that signs the gateway's token: the same public word as for the real gateway. */
    public static final String GATEWAY_SECRET = "MessageMedia";

    private static final Set<String> DUMMIES =
            Set.of(CLIENT_SECRET, TOKEN, API_KEY, API_SECRET, TWILIO_SID, TWILIO_TOKEN);

    private SandboxCredentials() {}

    /** Whether a value is one of the dummy credentials above, which the real services do not know. */
    public static boolean isDummy(String value) {
        return DUMMIES.contains(value);
    }
}

package com.messagemedia.auth0.connection;

/**
 * The published dummy credentials of the sandbox tenant. They open nothing but a sandbox on this machine, may stand in
 * plain sight in a descriptor, and are the only ones that a sandbox with a state file takes.
 */
public final class SandboxCredentials {

    /** The client that may obtain a token. */
    public static final String CLIENT_ID = "sandbox-client-id";

    /** The client's secret. */
    public static final String CLIENT_SECRET = "sandbox-client-secret-published";

    /** A Management API token that never expires. */
    public static final String TOKEN = "sandbox-token-published";

    /** MessageMedia's API key. */
    public static final String API_KEY = "SandboxApiKey0000000";

    /** MessageMedia's API secret. */
    public static final String API_SECRET = "SandboxApiSecret00000000000000";

    /** The Twilio account of the starting tenant. */
    public static final String TWILIO_SID = "AC00000000000000000000000000000000";

    /** The token of that account. */
    public static final String TWILIO_TOKEN = "00000000000000000000000000000000";

    /** The key that signs the gateway's tokens: MessageMedia's public constant. */
    public static final String GATEWAY_SECRET = "MessageMedia";

    private SandboxCredentials() {}
}

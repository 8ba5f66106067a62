package com.messagemedia.auth0.delivery.gateway;

/** What to do where Auth0 could not hand a message to the gateway, by Auth0's description of the error. */
public final class GatewayErrors {

    private static final String DIRECT =
            "Add -Dmessagemedia.direct=true to call the gateway without Auth0 between, and see which side fails.";

    private GatewayErrors() {}

    /** What to do, for the description that Auth0 gives with the error. */
    public static String remedy(String description) {
        if (description.contains("Authentication failed")) {
            return "The gateway does not take Auth0's token: gateway_authentication.secret has to be the word MessageMedia and"
                    + " secret_base64_encoded false. Apply the descriptor, then try again.";
        }
        if (description.contains("Timeout")) {
            return "The gateway did not answer within 30 seconds. " + DIRECT;
        }
        return description.contains("Unexpected response")
                ? "The gateway answered something else than 200; 404 points at gateway_url. " + DIRECT
                : "The connection does not send through the gateway yet, or its provider refuses the account: apply the"
                        + " descriptor, then try again.";
    }
}

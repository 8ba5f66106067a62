package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.messagemedia.GatewayClient.GatewayAnswer;
import com.messagemedia.auth0.model.Fault;
import java.util.List;
import java.util.Optional;

/** Explains an answer about a message through the gateway: the gateway's own answer, or Auth0's error in its place. */
public final class GatewayAnswers {

    private static final String DIRECT =
            "Add -Dmessagemedia.direct=true to call the gateway without Auth0 and see which side fails.";

    private GatewayAnswers() {}

    /**
     * Returns the remedy after Auth0 failed to hand a message to the gateway, according to Auth0's description of the error.
     */
    public static String remedy(String description) {
        if (description.contains("Authentication failed")) {
            return "The gateway rejects Auth0's token: gateway_authentication.secret must be the word"
                    + " MessageMedia, and secret_base64_encoded must be false. Apply the descriptor, then try again.";
        }
        if (description.contains("Timeout")) {
            return "The gateway did not answer within 30 seconds. " + DIRECT;
        }
        return description.contains("Unexpected response")
                ? "The gateway did not answer 200. A 404 usually means that gateway_url is wrong. " + DIRECT
                : "The connection does not send through the gateway yet, or its provider rejects the account."
                        + " Apply the descriptor, then try again.";
    }

    /**
     * Explains the gateway's own answer.
     *
     * @param look a sentence that says where to look for the message
     */
    public static List<String> gatewayAnswered(int status, String number, String look) {
        return List.of(
                "The gateway accepted the message for " + number + " with the token that Auth0 signs: " + status + ".",
                "This does not prove delivery: the gateway reports success even if MessageMedia refuses the key,"
                        + " the secret or the sender."
                        + " " + look + " If it arrives here and not through Auth0, the fault is on Auth0's side.");
    }

    /** Returns the fault for a gateway answer that does not say "sent"; empty if it says so. */
    public static Optional<Fault> fault(GatewayAnswer answer) {
        if (!answer.countsAsSent()) {
            return Optional.of(refused(answer.status()));
        }
        return answer.isOfAGateway()
                ? Optional.empty()
                : Optional.of(new Fault(
                        "The gateway's address answered " + answer.inWords()
                                + ", which is not the answer of a gateway. It is unknown whether a message was sent.",
                        "Check the phone before you try again. Auth0 takes this answer as \"sent\", so users"
                                + " get no code and no error. Check messageMedia.gatewayUrl and any proxy between."));
    }

    private static Fault refused(int status) {
        String remedy = switch (status) {
            case 401 ->
                "It rejects the token: gateway_authentication.secret must be the word MessageMedia, and"
                        + " secret_base64_encoded must be false. Apply the descriptor, then try again.";
            case 404 -> "There is no gateway at this address: check messageMedia.gatewayUrl.";
            default ->
                "Auth0 would reject this answer too, as it accepts only 200. The fault is on the" + " gateway's side.";
        };
        return new Fault("The gateway answered " + status + ", but 200 was expected.", remedy);
    }
}

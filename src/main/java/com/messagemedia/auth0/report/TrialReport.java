package com.messagemedia.auth0.report;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.management.PasswordlessRefusal;
import java.util.List;

/** What became of a trial message, in sentences. */
public final class TrialReport {

    private static final String GATEWAY_ERROR = "sms_provider_error";
    private static final String DIRECT =
            "Add -Dmessagemedia.direct=true to call the gateway without Auth0 between, and see which side fails.";

    private TrialReport() {}

    /** What a success means, and what it does not. */
    public static List<String> taken(String number) {
        return List.of(
                "Auth0 says that the code for " + number + " was sent.",
                "That is no proof of delivery: the gateway says so even where MessageMedia refuses key, secret or sender."
                        + " Look at the phone; MessageMedia's reports tell what became of the message.");
    }

    /** What Auth0's refusal means. */
    public static Fault refused(PasswordlessRefusal refusal) {
        String said = refusal.description().map(text -> ": " + text).orElse("");
        return new Fault(
                "Auth0 sent no code: " + refusal.status()
                        + refusal.error().map(word -> " (" + word + ")").orElse("") + said,
                remedy(refusal));
    }

    private static String remedy(PasswordlessRefusal refusal) {
        String error = refusal.error().orElse("");
        String description = refusal.description().orElse("");
        if (error.equals(GATEWAY_ERROR)) {
            return gateway(description);
        }
        if (refusal.status() == 429) {
            return "Wait before you try again: Auth0 starts 50 codes an hour from one address.";
        }
        return switch (error) {
            case "bad.connection" ->
                description.contains("disabled")
                        ? "The application may not use the connection: name it under enabledClients and apply, or choose another"
                                + " with -Dmessagemedia.clientId."
                        : "Check the connection's name and that it is of the strategy sms.";
            case "bad.phone_number" -> "Give the number in international form, such as +61491570006.";
            case "bad.client_id" -> "Name an application of this tenant with -Dmessagemedia.clientId.";
            default ->
                "Check that the application has the grant \"Passwordless OTP\" and, where it is a regular web"
                        + " application, that -Dmessagemedia.clientServer names the server of settings.xml with its client secret.";
        };
    }

    private static String gateway(String description) {
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

    /** What the gateway's own answer means. */
    public static List<String> gatewayAnswered(int status, String number) {
        return List.of(
                "The gateway took the message for " + number + " with the token that Auth0 signs: " + status + ".",
                "That is no proof of delivery: the gateway says so even where MessageMedia refuses key, secret or sender."
                        + " Look at the phone. If it arrives here and not through Auth0, the fault is on Auth0's side.");
    }

    /** What an answer of the gateway means that is not 200. */
    public static Fault gatewayRefused(int status) {
        String remedy = switch (status) {
            case 401 ->
                "It does not take the token: gateway_authentication.secret has to be the word MessageMedia and"
                        + " secret_base64_encoded false. Apply the descriptor, then try again.";
            case 404 -> "There is no gateway at this address: check messageMedia.gatewayUrl.";
            default -> "Auth0 would refuse it, too: it takes 200 alone. The fault is on the gateway's side.";
        };
        return new Fault("The gateway answered " + status + " where 200 was expected.", remedy);
    }
}

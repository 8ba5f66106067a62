package com.messagemedia.auth0.report;

import com.messagemedia.auth0.auth0.PasswordlessClient.PasswordlessRefusal;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes the result of a trial message in sentences. */
public final class TrialReport {

    /** What to say where Auth0 differs from the descriptor, and Auth0's options decide how the message goes. */
    public static final String CURRENT_OPTIONS = "Auth0 sends the message with its current options.";

    private static final String GATEWAY_ERROR = "sms_provider_error";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private TrialReport() {}

    /**
     * Returns warnings for the user before the goal sends a message through the planned connection.
     *
     * @param difference what it means for the message that Auth0 differs from the descriptor
     */
    public static List<String> warnings(Plan plan, String difference) {
        List<String> warnings = new ArrayList<>();
        if (!plan.isNothingToDo()) {
            warnings.add("Auth0 differs from the descriptor (messagemedia:plan shows how). " + difference);
        }
        plan.notices().stream()
                .filter(Notice.OfDelivery.class::isInstance)
                .map(Notice.OfDelivery.class::cast)
                .flatMap(notice -> notice.beforeTestMessage().stream())
                .forEach(warnings::add);
        return warnings;
    }

    /**
     * Explains what a success means and what it does not mean.
     *
     * @param gateway whether the connection sends through an SMS gateway
     * @param look the sentence that tells where to look for the message
     */
    public static List<String> taken(String number, boolean gateway, String look) {
        return List.of(
                "Auth0 says that the code for " + number + " was sent.",
                gateway
                        ? "This does not prove delivery: the gateway reports success even if MessageMedia refuses"
                                + " the key, the secret or the sender. " + look
                        : "It did not go through MessageMedia: the connection sends through Twilio. Apply the"
                                + " descriptor to"
                                + " change that.");
    }

    /**
     * Explains what a success means for a tenant that sends through its phone provider.
     *
     * @param look the sentence that tells where to look for the message
     */
    public static List<String> takenByPhoneProvider(String number, String look) {
        return List.of(
                "Auth0 says that the code for " + number + " was sent.",
                "This does not prove delivery: Auth0 says so, whatever the Action does. " + look);
    }

    /**
     * Tells the user where to look for a message: on the phone, or on a sandbox's page. A sandbox sends nothing outside
     * this machine.
     *
     * @param embedded whether the tenant runs only for this goal; the goal then shows the inbox itself
     */
    public static String whereToLook(TenantAddress tenant, boolean embedded) {
        if (embedded) {
            return "No phone gets it. The sandbox keeps it in its inbox until this goal ends, and the goal shows"
                    + " the inbox next.";
        }
        return tenant.isLoopback()
                ? "No phone gets it: a sandbox shows it on its page, " + tenant.url() + ", and in its inbox, "
                        + tenant.url() + "sandbox/inbox."
                : "Look at the phone. MessageMedia's reports show whether the message was delivered.";
    }

    /** Returns one line for a message in the sandbox's inbox, whatever its text holds. */
    public static String received(String recipient, String sender, String body, boolean accepted) {
        String from = sender.isEmpty() ? "" : " from " + Printable.text(sender);
        return "to " + Printable.text(recipient) + from
                + (accepted ? ": " + Printable.text(body) : " was refused: key, secret or number is wrong.");
    }

    /**
     * Turns Auth0's refusal into a fault that explains it; empty if Auth0 refused nothing.
     *
     * @param scrub removes secrets from Auth0's words
     * @param failedDelivery gives the remedy for a failed delivery, from Auth0's description of it
     */
    public static Optional<Fault> fault(
            Optional<PasswordlessRefusal> refusal, UnaryOperator<String> scrub, UnaryOperator<String> failedDelivery) {
        return refusal.map(said -> refused(said.without(scrub), failedDelivery));
    }

    private static Fault refused(PasswordlessRefusal refusal, UnaryOperator<String> failedDelivery) {
        String said = refusal.error().map(word -> " (" + word + ")").orElse("")
                + refusal.description().map(text -> ": " + text).orElse("");
        boolean unknown = refusal.error().isEmpty() && refusal.status() != TOO_MANY_REQUESTS;
        if (refusal.status() >= SERVER_ERROR || unknown) {
            return new Fault(
                    "Auth0 answered " + refusal.status() + said + ". It is unknown whether Auth0 sent a code.",
                    "Check the phone before you try again: each message is charged.");
        }
        return new Fault("Auth0 sent no code: " + refusal.status() + said, remedy(refusal, failedDelivery));
    }

    private static String remedy(PasswordlessRefusal refusal, UnaryOperator<String> failedDelivery) {
        String error = refusal.error().orElse("");
        String description = refusal.description().orElse("");
        if (error.equals(GATEWAY_ERROR)) {
            return failedDelivery.apply(description);
        }
        if (refusal.status() == TOO_MANY_REQUESTS) {
            String time = refusal.retryAfter()
                    .map(wait -> " " + Math.max(1, wait.toSeconds()) + " seconds")
                    .orElse("");
            return "Wait" + time + " before you try again: Auth0 starts 50 codes an hour from one address.";
        }
        if (refusal.status() == 401) {
            return "Auth0 refuses the application's client id and secret. A regular web application needs both:"
                    + " check the"
                    + " server of settings.xml that -Dmessagemedia.clientServer names.";
        }
        return switch (error) {
            case "bad.connection" ->
                description.contains("disabled")
                        ? "The application may not use the connection: name it under enabledClients and apply, or"
                                + " choose another"
                                + " with -Dmessagemedia.clientId."
                        : "Check the connection's name, that it is of the strategy sms, and that the application"
                                + " may use it"
                                + " (enabledClients).";
            case "bad.phone_number" -> "Give the number in international form, such as +61491570006.";
            case "bad.client_id" -> "Name an application of this tenant with -Dmessagemedia.clientId.";
            default ->
                "Check that the application has the grant \"Passwordless OTP\" and, if it is a regular web"
                        + " application, that -Dmessagemedia.clientServer names the server of settings.xml with"
                        + " its client secret.";
        };
    }
}

package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.plan.Plan.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why the plugin may not write options that send through a gateway or through Twilio. */
public sealed interface GatewayRefusal extends Refusal.OfDelivery {

    /** The remedy in a rollback: no descriptor holds the value. */
    String REWRITTEN = "Write the options that you want into the descriptor, and apply it.";

    /** The merged options cannot send a message: these options are missing or empty. */
    record CannotSend(boolean gateway, List<FieldPath> missing) implements GatewayRefusal {

        @Override
        public String sentence() {
            return "after this plan, the connection could not send a message: " + lacks(gateway, missing)
                    + ". Add the missing options to the descriptor, or do not change the provider.";
        }

        @Override
        public String sentenceOfRollback(Map<FieldPath, String> given) {
            return "after this rollback, the connection could not send a message: " + lacks(gateway, missing) + ". "
                    + wayOut(missing, given, REWRITTEN);
        }
    }

    /** The credentials would go to a host that nobody allowed. */
    record UnknownGateway(String host) implements GatewayRefusal {

        @Override
        public String sentence() {
            return "every message would carry the API key and secret to " + host
                    + ", which is not a MessageMedia host. If you trust that host, write \"allowGateway: " + host
                    + "\" under messageMedia.";
        }

        @Override
        public String sentenceOfRollback(Map<FieldPath, String> given) {
            return "every message would go to " + host
                    + " again with the old credentials, and that is not a MessageMedia host. "
                    + wayOut(
                            List.of(OptionPaths.GATEWAY_URL),
                            given,
                            "If you trust that host, write \"allowGateway: " + host + "\" under messageMedia.");
        }
    }

    /** The credentials would travel in clear text, or to an invalid URL. */
    record InsecureGateway() implements GatewayRefusal {

        @Override
        public String sentence() {
            return "every message would carry the API key and secret to a gateway_url that is not an https address."
                    + " Set messageMedia.gatewayUrl to an https address.";
        }

        @Override
        public String sentenceOfRollback(Map<FieldPath, String> given) {
            return "every message would carry the old credentials to a gateway_url that is not an https address. "
                    + wayOut(List.of(OptionPaths.GATEWAY_URL), given, REWRITTEN);
        }
    }

    /** Returns the phrase that names the provider and the options that it lacks. */
    static String lacks(boolean gateway, List<FieldPath> missing) {
        String provider = gateway ? "provider sms_gateway" : "provider twilio";
        return provider + " lacks " + missing.stream().map(FieldPath::toString).collect(Collectors.joining(", "));
    }

    /** Returns the remedy. A user corrects a value from a variable in that variable, not in a descriptor. */
    private static String wayOut(List<FieldPath> paths, Map<FieldPath, String> given, String otherwise) {
        List<String> variables = paths.stream()
                .flatMap(path -> Optional.ofNullable(given.get(path)).stream())
                .toList();
        return variables.isEmpty()
                ? otherwise
                : "Correct the environment variable " + String.join(", ", variables) + ".";
    }
}

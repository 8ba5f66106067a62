package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.connection.FieldPath;
import java.util.List;

/** Why a plan may not be applied, besides conflicts. Report turns each into a sentence with its remedy. */
public sealed interface Refusal {

    /** The merged options could not send a message: these are missing or empty. */
    record CannotSend(boolean gateway, List<FieldPath> missing) implements Refusal {}

    /** The credentials would go to a host that nobody allowed. */
    record UnknownGateway(String host) implements Refusal {}

    /** The credentials would travel in clear, or to something that is no URL. */
    record InsecureGateway() implements Refusal {}

    /** The body to be sent does not account for these leaves; a fault of the plugin. */
    record LossNotExcluded(List<FieldPath> leaves) implements Refusal {}
}

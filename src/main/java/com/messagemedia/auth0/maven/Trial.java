package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.testmessage.MessageWatch;
import java.util.List;

/** What the trial of a message does and says for one way of delivery. */
interface Trial {

    /** Returns the trial for the delivery of a descriptor. */
    static Trial of(Descriptor descriptor, MessageWatch watch) {
        return switch (descriptor.delivery()) {
            case "gateway" -> new GatewayTrial();
            case "phoneProvider" -> new PhoneTrial(watch);
            default -> throw new IllegalStateException("no trial for delivery " + descriptor.delivery());
        };
    }

    /** Who sends the message without Auth0, in the goal's question. */
    String sender();

    /** What to say where Auth0 differs from the descriptor, and the message goes without Auth0. */
    String difference();

    /**
     * Sends the message without Auth0, and returns what came of it.
     *
     * @throws com.messagemedia.auth0.model.Fault if it is refused or lost
     */
    List<String> direct(TryRequest request, PreparedChange planned);

    /** Explains that Auth0 took the request for a code. */
    List<String> taken(TryRequest request, PreparedChange planned);

    /** What to do after Auth0 failed to hand the message over, according to its description of the error. */
    String remedy(String description);
}

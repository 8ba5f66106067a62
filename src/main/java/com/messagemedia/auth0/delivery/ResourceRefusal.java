package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;

/** A resource cannot change as planned. The plan shows it, and nothing is written. */
public final class ResourceRefusal extends Fault {

    private static final long serialVersionUID = 1L;

    /** Creates the refusal with what stops the change, and what to do. */
    public ResourceRefusal(String problem, String remedy) {
        super(problem, remedy, Outcome.REFUSED);
    }
}

package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;

/** The refusal to overwrite a change that somebody made after the plan. */
final class Moved extends Fault {

    private static final long serialVersionUID = 1L;

    private final String found;

    private Moved(String found) {
        super(
                found + " Nothing was written.",
                "Run the goal again: it plans from what Auth0 holds now.",
                Outcome.REFUSED);
        this.found = found;
    }

    /** Returns the fault for a changed connection. */
    static Moved ofConnection() {
        return new Moved("The connection was changed in Auth0 after the plan was made.");
    }

    /** Returns the fault for a changed resource. */
    static Moved of(Resource resource) {
        return new Moved("The resource " + resource.name() + " was changed in Auth0 after the plan was made.");
    }

    @Override
    public String sentence() {
        return found;
    }
}

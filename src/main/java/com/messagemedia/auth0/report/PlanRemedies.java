package com.messagemedia.auth0.report;

import java.util.List;

/**
 * How to end what stops a plan.
 *
 * @param choices the ways to end a conflict, of which a user chooses one for each; each begins with a small letter
 * @param isRefused whether the descriptor would replace an object that contains unmanaged options
 */
record PlanRemedies(List<String> choices, boolean isRefused) {

    /** The sentence before the choices. */
    static final String CHOOSE = "For each conflict, choose one of these:";

    /** What to do about an object that contains unmanaged options. */
    static final String REPLACING =
            "To replace an object that contains unmanaged options, list these options under \"remove\".";

    PlanRemedies {
        choices = List.copyOf(choices);
    }
}

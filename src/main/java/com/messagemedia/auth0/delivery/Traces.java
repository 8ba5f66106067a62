package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.model.Options;
import java.util.List;

/**
 * What can be seen of a change where it was sent and no success came back.
 *
 * @param decisions what the plan decided for what was sent
 */
record Traces(List<Decision> decisions) {

    Traces {
        decisions = List.copyOf(decisions);
    }

    /**
     * Whether options that hold all that was sent show more than what was there before and stays: options less a removed one would
     * hold as well.
     */
    boolean shownBy(Options now) {
        return decisions.stream()
                .anyMatch(decision -> decision instanceof Decision.Added
                        || decision instanceof Decision.Changed
                        || (decision instanceof Decision.Removed
                                && now.get(decision.path()).isEmpty()));
    }

    /** Whether every path that was to change is as it was. */
    boolean absentFrom(Options now, Options before) {
        return decisions.stream()
                .filter(decision -> !(decision instanceof Decision.Kept))
                .map(Decision::path)
                .allMatch(path -> now.get(path).equals(before.get(path)));
    }
}

package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.model.Options;
import java.util.List;

/**
 * The visible traces of a change after an answer that is not a success.
 *
 * @param decisions the plan's decisions for the sent options
 */
record Traces(List<Decision> decisions) {

    Traces {
        decisions = List.copyOf(decisions);
    }

    /**
     * Returns whether these options show that the change happened. The caller knows that they hold everything that was sent.
     * The old options hold that too if the change only removes options. So an added or changed option must exist, or a
     * removed option must be absent.
     */
    boolean shownBy(Options now) {
        return decisions.stream()
                .anyMatch(decision -> decision instanceof Decision.Added
                        || decision instanceof Decision.Changed
                        || (decision instanceof Decision.Removed
                                && now.get(decision.path()).isEmpty()));
    }

    /** Returns whether every path that the change affects is still unchanged. */
    boolean absentFrom(Options now, Options before) {
        return decisions.stream()
                .filter(decision -> !(decision instanceof Decision.Kept))
                .map(Decision::path)
                .allMatch(path -> now.get(path).equals(before.get(path)));
    }
}

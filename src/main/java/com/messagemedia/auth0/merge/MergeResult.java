package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.connection.Options;
import java.util.List;

/**
 * What a merge came to.
 *
 * @param merged the full options to be sent; with an unsettled decision they are not to be sent
 * @param decisions one decision for each leaf of live and of desired, in path order; a refusal speaks for the live leaves
 *     below it, and a conflict that stands for the desired ones
 */
public record MergeResult(Options merged, List<Decision> decisions) {

    public MergeResult {
        decisions = List.copyOf(decisions);
    }

    /** Whether no conflict and no refusal is left. */
    public boolean isSettled() {
        return decisions.stream().noneMatch(MergeResult::stops);
    }

    private static boolean stops(Decision decision) {
        return decision instanceof Decision.Conflict || decision instanceof Decision.Refused;
    }
}

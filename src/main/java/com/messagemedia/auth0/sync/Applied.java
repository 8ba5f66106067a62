package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Outcome;
import java.util.List;

/**
 * What an apply came to.
 *
 * @param outcome {@link Outcome#APPLIED} or {@link Outcome#NOTHING_TO_DO}
 * @param resetByAuth0 paths that Auth0 set by itself: removed ones that came back and ones that nobody sent
 * @param settled whether the reply was lost and reading again showed the change
 */
public record Applied(Outcome outcome, List<FieldPath> resetByAuth0, boolean settled) {

    public Applied {
        resetByAuth0 = List.copyOf(resetByAuth0);
    }
}

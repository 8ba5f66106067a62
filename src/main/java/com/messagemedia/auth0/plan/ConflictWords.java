package com.messagemedia.auth0.plan;

import java.util.Optional;

/**
 * What a user reads about a conflict at a path, where the usual words would be wrong.
 *
 * @param cause what happened, as a clause that can follow the path and a colon; empty for the usual clause
 * @param mayAdopt whether the descriptor can hold Auth0's value
 * @param instead what to do where it cannot, as the rest of a list item; empty if there is nothing more to do
 * @param mayKeep whether Auth0's value can stay, against the descriptor
 */
public record ConflictWords(Optional<String> cause, boolean mayAdopt, Optional<String> instead, boolean mayKeep) {

    /** The usual words. */
    public static final ConflictWords USUAL = new ConflictWords(Optional.empty(), true, Optional.empty(), true);

    /** Returns these words with another way to end the conflict than to write Auth0's value into the descriptor. */
    public ConflictWords instead(String way) {
        return new ConflictWords(cause, false, Optional.of(way), mayKeep);
    }

    /** Returns these words for a value that the descriptor cannot hold. */
    public ConflictWords notToAdopt() {
        return new ConflictWords(cause, false, Optional.empty(), mayKeep);
    }

    /** Returns these words for a value that cannot stay in Auth0. */
    public ConflictWords notToKeep() {
        return new ConflictWords(cause, mayAdopt, instead, false);
    }

    /** Returns words with this clause. */
    public static ConflictWords because(String cause) {
        return new ConflictWords(Optional.of(cause), true, Optional.empty(), true);
    }
}

package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.merge.Decision.KeptByPolicy;
import com.messagemedia.auth0.merge.Decision.Refused;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.model.FieldPath;
import java.util.Locale;
import java.util.stream.Collectors;

/** Decisions in the words of the case files, without their values. */
final class DecisionText {

    private DecisionText() {}

    static String of(Decision decision) {
        if (decision instanceof Kept kept) {
            return kept.managed() ? "managed" : "kept";
        }
        if (decision instanceof Added added) {
            return "added, " + words(added.how());
        }
        if (decision instanceof Changed changed) {
            return "changed, " + words(changed.how());
        }
        if (decision instanceof Removed removed) {
            return "removed, " + words(removed.reason());
        }
        if (decision instanceof Conflict conflict) {
            return "conflict, " + words(conflict.cause().kind())
                    + conflict.cause().owner().map(owner -> " by " + owner).orElse("");
        }
        if (decision instanceof KeptByPolicy) {
            return "kept by policy";
        }
        return "refused, unmanaged "
                + ((Refused) decision)
                        .unmanaged().stream().map(FieldPath::toString).collect(Collectors.joining(" "));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

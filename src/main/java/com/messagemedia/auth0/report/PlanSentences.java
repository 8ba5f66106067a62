package com.messagemedia.auth0.report;

import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Cause;
import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.plan.ConflictWords;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.plan.Plan.Refusal;
import com.messagemedia.auth0.report.Printable.NameColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the sentences about a plan: the reasons that stop it, the warnings and the remedies.
 *
 * @param delivery knows what can be said about its conflicts
 */
record PlanSentences(Plan plan, Delivery delivery) {

    /**
     * Returns the warnings and refusals of a rollback. A rollback has no conflicts, because it sets values that Auth0 held
     * before.
     *
     * @param given the options whose value comes from an environment variable, each with that variable
     */
    static List<String> ofRollback(Plan plan, Map<FieldPath, String> given) {
        List<String> lines = new ArrayList<>();
        plan.notices().forEach(notice -> lines.add("  Warning: " + text(notice)));
        plan.refusals().forEach(refusal -> lines.add("  Refused: " + textOfRollback(refusal, given)));
        return lines;
    }

    private static String textOfRollback(Refusal refusal, Map<FieldPath, String> given) {
        return refusal instanceof Refusal.OfDelivery known
                ? Printable.text(known.sentenceOfRollback(given))
                : text(refusal);
    }

    /** Explains why a path is in conflict. Without a readable record the plugin does not know who changed it. */
    static String cause(Decision.Conflict conflict, ConflictWords words, RecordChange record) {
        Cause cause = conflict.cause();
        boolean claimed = cause.kind() == Cause.Kind.CLAIMED;
        if (record == RecordChange.REWRITE && !claimed) {
            return "Auth0 and the descriptor differ, and the record of the last apply cannot be read";
        }
        if (words.cause().isPresent() && !claimed) {
            return (cause.kind() == Cause.Kind.DRIFT ? "drift: " : "")
                    + Printable.text(words.cause().get());
        }
        return switch (cause.kind()) {
            case DRIFT -> "drift: changed in Auth0 since the last apply; the descriptor still has the applied value";
            case BOTH_CHANGED -> "changed in Auth0 and in the descriptor since the last apply";
            case CHANGED_BEFORE_REMOVAL -> "changed in Auth0 since the last apply, and no longer in the descriptor";
            case CLAIMED ->
                "owned by the descriptor with \"owner: "
                        + Printable.text(cause.owner().orElse("?")) + "\"";
        };
    }

    /**
     * Returns the ways to end the conflicts.
     *
     * @param values makes the plugin's own texts safe
     */
    PlanRemedies remedies(ValueText values) {
        List<Decision.Conflict> conflicts = new ArrayList<>();
        boolean isRefused = false;
        for (Decision decision : plan.merge().decisions()) {
            isRefused |= decision instanceof Decision.Refused;
            if (decision instanceof Decision.Conflict conflict) {
                conflicts.add(conflict);
            }
        }
        return new PlanRemedies(conflicts.isEmpty() ? List.of() : choices(conflicts, values), isRefused);
    }

    private List<String> choices(List<Decision.Conflict> conflicts, ValueText values) {
        List<String> choices = new ArrayList<>(agreements(conflicts, delivery));
        choices.addAll(policies(conflicts, delivery));
        return choices.stream().map(values::own).toList();
    }

    /**
     * Returns the ways to end conflicts by agreement. Equal values end most conflicts. An option of another descriptor stays
     * in conflict until one of the two drops it.
     */
    private static List<String> agreements(List<Decision.Conflict> conflicts, Delivery delivery) {
        List<String> lines = new ArrayList<>();
        if (conflicts.stream()
                .anyMatch(conflict ->
                        !isClaimed(conflict) && delivery.explain(conflict).mayAdopt())) {
            lines.add("to adopt Auth0's value, write it into the descriptor;");
        }
        conflicts.stream()
                .flatMap(conflict -> delivery.explain(conflict).instead().stream())
                .distinct()
                .forEach(way -> lines.add(way));
        if (conflicts.stream().anyMatch(PlanSentences::isClaimed)) {
            lines.add("to end a conflict with another descriptor, remove the option from one of the two;");
        }
        return lines;
    }

    private static boolean isClaimed(Decision.Conflict conflict) {
        return conflict.cause().kind() == Cause.Kind.CLAIMED;
    }

    private static List<String> policies(List<Decision.Conflict> conflicts, Delivery delivery) {
        MergeRules rules = delivery.mergeRules();
        List<Decision.Conflict> keepable = conflicts.stream()
                .filter(conflict -> delivery.explain(conflict).mayKeep())
                .toList();
        String overwrite = "to let the descriptor win, add \"onConflict: " + policies(conflicts, rules, "overwrite")
                + "\" to it, or -Dmessagemedia.onConflict=overwrite for all";
        if (keepable.isEmpty()) {
            return List.of(overwrite + ".");
        }
        String keep = "to leave Auth0's value, add \"onConflict: " + policies(keepable, rules, "keep") + "\"";
        return List.of(
                overwrite + ";",
                keep
                        + (keepable.size() == conflicts.size()
                                ? ", or -Dmessagemedia.onConflict=keep for all."
                                : "; the others must not stay."));
    }

    /**
     * Returns one policy for all conflicts as YAML. The descriptor must name all options of a unit, because one policy
     * covers the whole unit.
     */
    private static String policies(List<Decision.Conflict> conflicts, MergeRules rules, String policy) {
        List<String> each = conflicts.stream()
                .map(Decision.Conflict::path)
                .flatMap(path -> rules.inUnit(path) ? rules.unit().stream() : Stream.of(path))
                .distinct()
                .map(path -> key(Printable.text(path.toString())) + ": " + policy)
                .toList();
        return "{" + NameList.of(each) + "}";
    }

    private static String key(String path) {
        return path.contains("[") ? "'" + path.replace("'", "''") + "'" : path;
    }

    static String names(List<FieldPath> paths) {
        List<String> names = new ArrayList<>();
        for (FieldPath path : paths) {
            names.add(NameColumn.name(path));
        }
        return NameList.of(names);
    }

    /** Returns a notice as sentences. */
    static String text(Notice notice) {
        if (notice instanceof Notice.OfDelivery known) {
            return Printable.text(known.sentence());
        }
        if (notice instanceof Notice.UnmanagedGone gone) {
            return gone(gone.count());
        }
        return "the applied record of owner \"" + Printable.text(((Notice.UnreadableRecord) notice).owner())
                + "\" on this connection cannot be read, so the plugin does not know which options that owner holds.";
    }

    private static String gone(int count) {
        boolean one = count == 1;
        return (one ? "1 option" : count + " options") + " that this descriptor does not manage "
                + (one ? "was there at the last apply and is gone" : "were there at the last apply and are gone")
                + ". An apply does not restore " + (one ? "it" : "them") + "; the backups of earlier applies contain "
                + (one ? "it" : "them") + ". The next apply that writes options ends this note.";
    }

    /** Returns a refusal as sentences. */
    static String text(Refusal refusal) {
        if (refusal instanceof Refusal.OfDelivery known) {
            return Printable.text(known.sentence());
        }
        if (refusal instanceof Refusal.OfResource known) {
            return Printable.text(known.problem() + " " + known.remedy());
        }
        return "the plugin cannot prove that these live options survive: "
                + names(((Refusal.LossNotExcluded) refusal).leaves())
                + ". This is a fault of the plugin; please report it.";
    }
}

package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an apply would do. A value: nothing is asked or written to make one.
 *
 * @param target what it is for
 * @param live the options it was made from
 * @param merge the decisions, and the full options to be sent
 * @param record what becomes of the applied record
 * @param clients the client ids that are enabled for the connection
 * @param refusals what stops it besides conflicts
 * @param notices what a user should know
 */
public record Plan(
        Target target,
        Options live,
        MergeResult merge,
        RecordChange record,
        List<String> clients,
        List<Refusal> refusals,
        List<Notice> notices) {

    public Plan {
        clients = List.copyOf(clients);
        refusals = List.copyOf(refusals);
        notices = List.copyOf(notices);
    }

    /** This plan with what becomes of the applied record, the clients to be enabled, and more notices. */
    public Plan with(RecordChange change, List<String> toEnable, List<Notice> more) {
        List<Notice> all = new ArrayList<>(notices);
        all.addAll(more);
        return new Plan(target, live, merge, change, toEnable, refusals, all);
    }

    /** This plan with one more notice. */
    public Plan with(Notice notice) {
        return with(record, clients, List.of(notice));
    }

    /** How many leaves are added, changed, removed, in conflict, kept, and of these unmanaged. */
    public record Counts(long added, long changed, long removed, long conflicts, long kept, long unmanaged) {}

    /** The full options to be sent. */
    public Options body() {
        return merge.merged();
    }

    /** Whether any option changes. */
    public boolean changesOptions() {
        return count(Decision::changesLive) > 0;
    }

    /** Whether the policy {@code overwrite} decided a conflict. */
    public boolean overwrites() {
        return count(Plan::isOverwritten) > 0;
    }

    private static boolean isOverwritten(Decision decision) {
        return (decision instanceof Decision.Added added && added.how() == Decision.How.OVERWRITTEN)
                || (decision instanceof Decision.Changed changed && changed.how() == Decision.How.OVERWRITTEN)
                || (decision instanceof Decision.Removed removed && removed.reason() == Decision.Reason.OVERWRITTEN);
    }

    /** Whether options and applied record already are as they should be. */
    public boolean isNothingToDo() {
        return mayBeApplied() && !changesOptions() && record == RecordChange.NONE && clients.isEmpty();
    }

    /** Whether neither a conflict nor a refusal stops it. */
    public boolean mayBeApplied() {
        return merge.isSettled() && refusals.isEmpty();
    }

    /** The counts for the summary line. */
    public Counts counts() {
        return new Counts(
                count(Decision.Added.class::isInstance),
                count(Decision.Changed.class::isInstance),
                count(Decision.Removed.class::isInstance),
                conflicts().size(),
                kept().size(),
                unmanaged().size());
    }

    /** The paths that a conflict or a refused change of shape stops. */
    public List<FieldPath> conflicts() {
        return paths(decision -> decision instanceof Decision.Conflict || decision instanceof Decision.Refused);
    }

    /** The live leaves that stay as they are. */
    public List<FieldPath> kept() {
        return paths(decision ->
                decision instanceof Decision.Kept kept && kept.live().isLeaf());
    }

    /** The live leaves that neither base nor desired knows. */
    public List<FieldPath> unmanaged() {
        return paths(decision ->
                decision instanceof Decision.Kept kept && kept.live().isLeaf() && !kept.managed());
    }

    /** How many notices are warnings. */
    public int warnings() {
        return (int) notices.stream().filter(Notice::isWarning).count();
    }

    /** How many options that nobody manages here are gone since the last apply, as far as the applied record tells. */
    public int unmanagedGone() {
        return notices.stream()
                .filter(Notice.UnmanagedGone.class::isInstance)
                .mapToInt(notice -> ((Notice.UnmanagedGone) notice).count())
                .sum();
    }

    private long count(Predicate<Decision> predicate) {
        return merge.decisions().stream().filter(predicate).count();
    }

    private List<FieldPath> paths(Predicate<Decision> predicate) {
        return merge.decisions().stream().filter(predicate).map(Decision::path).toList();
    }

    /**
     * What a plan is for.
     *
     * @param tenant the tenant as its users know it
     * @param connection the connection's name
     * @param id the connection's identifier
     * @param environment the environment chosen in the descriptor, where it has any
     */
    public record Target(String tenant, String connection, String id, Optional<String> environment) {}

    /** What becomes of the applied record. */
    public enum RecordChange {
        /** It already says what this apply would write. */
        NONE,
        /** There is none yet: this is the first adoption. */
        ADOPT,
        /** It is brought up to date. */
        UPDATE,
        /** It could not be read and is written anew. */
        REWRITE
    }

    /** Why a plan may not be applied, besides conflicts. Report turns each into a sentence with its remedy. */
    public sealed interface Refusal {

        /** A result that the way of delivery does not allow; it brings the words. */
        non-sealed interface OfDelivery extends Refusal {

            /** What stops the plan, and what to do. */
            String sentence();

            /**
             * What stops a rollback, and what to do.
             *
             * @param given the options whose value an environment variable gave, each with that variable
             */
            String sentenceOfRollback(Map<FieldPath, String> given);
        }

        /** The body to be sent does not account for these leaves; a fault of the plugin. */
        record LossNotExcluded(List<FieldPath> leaves) implements Refusal {}
    }

    /** What a user should know about a plan although it may be applied. */
    public sealed interface Notice {

        /** Whether something may be wrong with what the plan leads to, so that a build may fail for it. */
        default boolean isWarning() {
            return true;
        }

        /** What only the way of delivery knows; it brings the words. */
        non-sealed interface OfDelivery extends Notice {

            /** What to know, and what to do. */
            String sentence();

            /** What to know before a test message is sent; empty where it makes no difference. */
            default Optional<String> beforeTestMessage() {
                return Optional.empty();
            }
        }

        /** Another owner's record cannot be read, so what it holds is not known. */
        record UnreadableRecord(String owner) implements Notice {}

        /**
         * Options that nobody manages here are gone since the applied record was last written. They are nothing that an apply would
         * mend, and who removed them may have meant it.
         *
         * @param count how many, at least one
         */
        record UnmanagedGone(int count) implements Notice {
            @Override
            public boolean isWarning() {
                return false;
            }
        }
    }
}

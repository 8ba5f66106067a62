package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an apply would do. A plan is a plain value: creating one sends no request and writes nothing.
 *
 * @param target the connection that the plan changes
 * @param live the options from which the plan was made
 * @param merge the decisions, and the full options to send
 * @param record the change of the applied record
 * @param clients the client ids that the apply enables for the connection
 * @param refusals the reasons besides conflicts that stop the plan
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

    /** Returns this plan with this change of the applied record, these clients to enable and these further notices. */
    public Plan with(RecordChange change, List<String> toEnable, List<Notice> more) {
        List<Notice> all = new ArrayList<>(notices);
        all.addAll(more);
        return new Plan(target, live, merge, change, toEnable, refusals, all);
    }

    /** Returns this plan with one more notice. */
    public Plan with(Notice notice) {
        return with(record, clients, List.of(notice));
    }

    /** Returns this plan with a change that a resource cannot make. */
    public Plan refusing(String problem, String remedy) {
        List<Refusal> all = new ArrayList<>(refusals);
        all.add(new Refusal.OfResource(problem, remedy));
        return new Plan(target, live, merge, record, clients, all, notices);
    }

    /**
     * The number of leaves that the plan adds, changes, removes and keeps, and of those in conflict. The kept leaves include
     * the unmanaged ones.
     */
    public record Counts(long added, long changed, long removed, long conflicts, long kept, long unmanaged) {}

    /** Returns the full options to send. */
    public Options body() {
        return merge.merged();
    }

    /** Returns whether any option changes. */
    public boolean changesOptions() {
        for (Decision decision : merge.decisions()) {
            if (decision.changesLive()) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the policy {@code overwrite} decides a conflict. */
    public boolean overwrites() {
        for (Decision decision : merge.decisions()) {
            if (isOverwritten(decision)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOverwritten(Decision decision) {
        return (decision instanceof Decision.Added added && added.how() == Decision.How.OVERWRITTEN)
                || (decision instanceof Decision.Changed changed && changed.how() == Decision.How.OVERWRITTEN)
                || (decision instanceof Decision.Removed removed && removed.reason() == Decision.Reason.OVERWRITTEN);
    }

    /** Returns whether the options and the applied record need no change. */
    public boolean isNothingToDo() {
        return mayBeApplied() && !changesOptions() && record == RecordChange.NONE && clients.isEmpty();
    }

    /** Returns whether no conflict and no refusal stops the plan. */
    public boolean mayBeApplied() {
        return merge.isSettled() && refusals.isEmpty();
    }

    /** Returns the counts for the summary line. */
    public Counts counts() {
        return new Counts(
                count(Decision.Added.class),
                count(Decision.Changed.class),
                count(Decision.Removed.class),
                conflicts().size(),
                kept().size(),
                unmanaged().size());
    }

    /** Returns the paths in conflict, and those with a refused change of shape. */
    public List<FieldPath> conflicts() {
        List<FieldPath> paths = new ArrayList<>();
        for (Decision decision : merge.decisions()) {
            if (decision instanceof Decision.Conflict || decision instanceof Decision.Refused) {
                paths.add(decision.path());
            }
        }
        return Collections.unmodifiableList(paths);
    }

    /** Returns the live leaves that stay unchanged. */
    public List<FieldPath> kept() {
        List<FieldPath> paths = new ArrayList<>();
        for (Decision decision : merge.decisions()) {
            if (decision instanceof Decision.Kept kept && kept.live().isLeaf()) {
                paths.add(kept.path());
            }
        }
        return Collections.unmodifiableList(paths);
    }

    /** Returns the live leaves that are in neither base nor desired. */
    public List<FieldPath> unmanaged() {
        List<FieldPath> paths = new ArrayList<>();
        for (Decision decision : merge.decisions()) {
            if (decision instanceof Decision.Kept kept && kept.live().isLeaf() && !kept.managed()) {
                paths.add(kept.path());
            }
        }
        return Collections.unmodifiableList(paths);
    }

    /** Returns the number of notices that are warnings. */
    public int warnings() {
        int warnings = 0;
        for (Notice notice : notices) {
            if (notice.isWarning()) {
                warnings++;
            }
        }
        return warnings;
    }

    /** Returns the number of unmanaged options that are gone since the last apply, as far as the applied record shows. */
    public int unmanagedGone() {
        int gone = 0;
        for (Notice notice : notices) {
            if (notice instanceof Notice.UnmanagedGone options) {
                gone += options.count();
            }
        }
        return gone;
    }

    private long count(Class<? extends Decision> kind) {
        long count = 0;
        for (Decision decision : merge.decisions()) {
            if (kind.isInstance(decision)) {
                count++;
            }
        }
        return count;
    }

    /**
     * The connection that a plan changes.
     *
     * @param tenant the tenant's name as its users know it
     * @param connection the connection's name
     * @param id the connection's identifier
     * @param environment the chosen environment of the descriptor; empty if the descriptor has none
     */
    public record Target(String tenant, String connection, String id, Optional<String> environment) {

        /** Returns the connection as users know it, such as {@code connection sms (con_...)}. */
        public String connectionInWords() {
            if (id.isEmpty() && connection.equals(Connection.NONE.name())) {
                return "no connection";
            }
            return "connection " + connection + " (" + (id.isEmpty() ? "to be created" : id) + ")";
        }
    }

    /** The change of the applied record. */
    public enum RecordChange {
        /** The record already says what this apply would write. */
        NONE,
        /** No record exists yet: this is the first adoption. */
        ADOPT,
        /** The apply updates the record. */
        UPDATE,
        /** The record is unreadable, and the apply writes a new one. */
        REWRITE
    }

    /** Why a plan may not be applied, besides conflicts. The report turns each refusal into a sentence with its remedy. */
    public sealed interface Refusal {

        /** A result that the delivery does not allow. The delivery provides the text. */
        non-sealed interface OfDelivery extends Refusal {

            /** Returns what stops the plan, and what to do. */
            String sentence();

            /**
             * Returns what stops a rollback, and what to do.
             *
             * @param given the options whose value came from an environment variable, each with that variable
             */
            String sentenceOfRollback(Map<FieldPath, String> given);
        }

        /** A resource besides the connection cannot change as planned. */
        record OfResource(String problem, String remedy) implements Refusal {}

        /** The body does not account for these leaves. This is a fault of the plugin. */
        record LossNotExcluded(List<FieldPath> leaves) implements Refusal {}
    }

    /** What a user should know about a plan that may be applied. */
    public sealed interface Notice {

        /** Returns whether the plan's result may be wrong, so that a build may fail because of it. */
        default boolean isWarning() {
            return true;
        }

        /** A notice that only the delivery knows. The delivery provides the text. */
        non-sealed interface OfDelivery extends Notice {

            /** Returns what to know, and what to do. */
            String sentence();

            /**
             * Returns whether the plan replaces what somebody else set up for the whole tenant, so that an apply needs the
             * parameter {@code takeOver}.
             */
            default boolean takesOver() {
                return false;
            }

            /** Returns what an apply without the parameter {@code takeOver} is refused for. */
            default String takeOverProblem(String tenant) {
                return "The plan takes over what sends the phone messages of tenant " + tenant + ".";
            }

            /** Returns what to do, as the beginning of a sentence that ends with the parameter {@code takeOver}. */
            default String takeOverRemedy() {
                return "Read the warnings of the plan; if that is what you want,";
            }

            /** Returns what to know before a test message; empty if the notice does not affect one. */
            default Optional<String> beforeTestMessage() {
                return Optional.empty();
            }
        }

        /** Another owner's record is unreadable, so the plugin does not know what that owner holds. */
        record UnreadableRecord(String owner) implements Notice {}

        /**
         * Unmanaged options are gone since the last write of the applied record. An apply does not restore them, and their
         * removal may be intended.
         *
         * @param count the number of options, at least one
         */
        record UnmanagedGone(int count) implements Notice {
            @Override
            public boolean isWarning() {
                return false;
            }
        }
    }
}

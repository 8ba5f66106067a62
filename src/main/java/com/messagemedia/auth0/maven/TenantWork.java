package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.report.FleetReport.Result;
import com.messagemedia.auth0.rollback.RunId;
import java.util.List;
import java.util.Optional;

/**
 * What a goal does at a tenant: it looks and plans first, and writes later. With several environments it plans for all of them
 * before it writes anything.
 */
@FunctionalInterface
interface TenantWork {

    /** Reads the tenant, shows the plan, and refuses one that does not fit what the user approved. */
    Planned plan(OpenTenant tenant);

    /** Refuses parameters that make no sense for these environments together. */
    default void requireForSeveral(List<String> environments) {}

    /** Refuses to go on if the plans of several environments together make no sense. */
    default void requirePlans() {}

    /**
     * Does what belongs to the plans of several environments together, whatever failed; nothing is written to Auth0 yet.
     *
     * @param fleet the run
     * @param results how the plan of each environment ended, in the order of the descriptor
     */
    default void planned(FleetSession fleet, List<Result> results) {}

    /** The run that a rollback can undo; empty if this work makes no backup. */
    default Optional<RunId> run() {
        return Optional.empty();
    }

    /** A plan that waits to be carried out at an open tenant. */
    interface Planned {

        /** Nothing is left to do: the goal only reads. */
        static Planned done() {
            return (approval, waited) -> {};
        }

        /** Whether there is anything to write. */
        default boolean writes() {
            return false;
        }

        /** Refuses, before anything is written, whatever can be known by then to stop this change. */
        default void prepare() {}

        /** Refuses a plan that is out of date: reads the tenant again. */
        default void requireUnmoved() {}

        /**
         * Carries the plan out, and says how it ended.
         *
         * @param approval asks a person to approve the change of a protected environment
         * @param waited whether time passed since the plan was made, so that the tenant has to be read again
         */
        void write(Approval approval, boolean waited);

        /** Reads the tenant after the write, and refuses one that is not as planned. */
        default void requireDone() {}
    }
}

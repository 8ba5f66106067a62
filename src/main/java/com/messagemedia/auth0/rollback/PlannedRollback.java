package com.messagemedia.auth0.rollback;

import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.plan.Plan;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A planned rollback.
 *
 * @param planned the change that the rollback makes; it leaves the applied record alone
 * @param backup the backup that it restores
 * @param skipped the options that the rollback skips, each with the option that somebody changed after the apply: itself, or
 *     one of its group
 * @param left what the rollback leaves as it is, because it was new with that apply, each with the reason
 * @param given the options whose value comes from an environment variable, each with that variable
 * @param asked the options that still need a value, each with the way to give it; empty unless the plugin only shows the
 *     rollback
 */
public record PlannedRollback(
        PreparedChange planned,
        Backup backup,
        Map<FieldPath, FieldPath> skipped,
        Map<FieldPath, String> left,
        Map<FieldPath, String> given,
        Map<FieldPath, String> asked) {

    public PlannedRollback {
        skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
        left = Collections.unmodifiableMap(new TreeMap<>(left));
        given = Collections.unmodifiableMap(new TreeMap<>(given));
        asked = Collections.unmodifiableMap(new TreeMap<>(asked));
    }

    /** Adds to a fault of refused credentials the variables that gave them. */
    public Fault ofCredentials(Fault refused) {
        List<String> variables = given.entrySet().stream()
                .filter(entry -> planned.delivery().credentials().contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return variables.isEmpty()
                ? refused
                : new Fault(
                        refused.problem(),
                        "Check " + String.join(" and ", variables) + ", which gave them. " + refused.remedy(),
                        refused.outcome());
    }

    /**
     * Gives a fault of refused values the right remedy: the values come from the backup and from variables, not from a
     * descriptor.
     */
    public Fault ofValues(Fault refused) {
        Fault fault = new Fault(refused.problem(), remedy(given), refused.outcome());
        fault.initCause(refused);
        return fault;
    }

    /** Tells the user what to do when Auth0 refuses a value that comes from no descriptor. */
    static String remedy(Map<FieldPath, String> given) {
        return given.isEmpty()
                ? "Auth0 does not take what was there before that apply. Write the options that you want into"
                        + " the descriptor, and apply it."
                : "Correct the environment variable that holds what the message names: " + NameList.of(given.values())
                        + ".";
    }

    /**
     * The result of a rollback.
     *
     * @param applied the result of the write
     * @param next the plan of the next apply of the descriptor; empty if the rollback wrote nothing or the plan is unknown
     */
    public record RolledBack(Applied applied, Optional<Plan> next) {}
}

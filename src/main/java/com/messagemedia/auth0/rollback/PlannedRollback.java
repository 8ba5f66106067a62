package com.messagemedia.auth0.rollback;

import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.plan.Plan;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A planned rollback.
 *
 * @param planned the change that it makes; the applied record is no part of it
 * @param backup the backup that it goes back to
 * @param skipped the options that are skipped, each with the one that somebody has changed since: itself, or one that it belongs
 *     together with
 * @param given the options whose value an environment variable gave, each with that variable
 * @param asked the options whose value nobody gave, each with what would give it; empty unless this only looks
 */
public record PlannedRollback(
        PreparedChange planned,
        Backup backup,
        Map<FieldPath, FieldPath> skipped,
        Map<FieldPath, String> given,
        Map<FieldPath, String> asked) {

    public PlannedRollback {
        skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
        given = Collections.unmodifiableMap(new TreeMap<>(given));
        asked = Collections.unmodifiableMap(new TreeMap<>(asked));
    }

    /** The fault of refused credentials, with the variables that gave them. */
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

    /** The fault of values that Auth0 does not take: they come from the backup and from variables, and from no descriptor. */
    public Fault ofValues(Fault refused) {
        Fault fault = new Fault(refused.problem(), remedy(given), refused.outcome());
        fault.initCause(refused);
        return fault;
    }

    /** What to do where Auth0 refuses a value that comes from no descriptor. */
    static String remedy(Map<FieldPath, String> given) {
        return given.isEmpty()
                ? "Auth0 does not take what was there before that apply. Write into the descriptor what you want instead, and"
                        + " apply it."
                : "Correct the environment variable that holds what the message names: "
                        + String.join(", ", given.values()) + ".";
    }

    /**
     * What a rollback came to.
     *
     * @param applied the write
     * @param next what the next apply of the descriptor would do; empty where nothing was written, or nobody can tell
     */
    public record RolledBack(Applied applied, Optional<Plan> next) {}
}

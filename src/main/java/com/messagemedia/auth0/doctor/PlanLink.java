package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.model.CheckResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a plan is applied, and what would stop it.
 *
 * @param plan the plan
 * @param after what the links below examine if the plan can be applied, as a sentence after a space; empty to say nothing
 * @param stopped the same if the plan cannot be applied
 */
record PlanLink(Plan plan, String after, String stopped) {

    CheckResult link() {
        if (plan.isNothingToDo()) {
            return CheckResult.ok("plan", "Auth0 matches the descriptor");
        }
        if (!plan.refusals().isEmpty()) {
            return CheckResult.broken("plan", "it cannot be applied" + stops(), whatFollows());
        }
        return plan.mayBeApplied()
                ? CheckResult.warning(
                        "plan",
                        "there are changes that are not applied yet",
                        "messagemedia:plan shows them, messagemedia:apply applies them." + after)
                // Messages are still sent with the options that somebody changed; only the next apply stops.
                : CheckResult.warning("plan", "an apply would stop" + stops(), whatFollows());
    }

    /** The records of other owners that cannot be read. */
    List<CheckResult> unreadableRecords() {
        List<CheckResult> links = new ArrayList<>();
        plan.notices().stream()
                .filter(Notice.UnreadableRecord.class::isInstance)
                .map(Notice.UnreadableRecord.class::cast)
                .forEach(notice -> links.add(CheckResult.warning(
                        "plan", "the applied record of owner \"" + notice.owner() + "\" cannot be read", "")));
        return links;
    }

    private String whatFollows() {
        return "messagemedia:plan says why, and what to do." + stopped;
    }

    /** The paths that stop an apply, as the end of a sentence; empty if there are none. */
    private String stops() {
        Verification verification = new Verification(plan);
        String paths = Stream.of(
                        named("drift in ", verification.drift()), named("conflict in ", verification.conflicts()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return paths.isEmpty() ? "" : ": " + paths;
    }

    private static String named(String what, List<FieldPath> paths) {
        return paths.isEmpty() ? "" : what + NameList.of(paths);
    }
}

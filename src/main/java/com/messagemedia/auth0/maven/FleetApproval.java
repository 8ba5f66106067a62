package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.Protection;
import java.util.List;

/**
 * The approval of the changes of several protected environments, by their names or by one question about all of them.
 *
 * @param goal the run of the goal
 */
record FleetApproval(GoalRun goal) {

    /** Refuses changes of protected environments that nobody approves. */
    void require(List<FleetMember> members) {
        List<FleetMember> unapproved = members.stream()
                .filter(member -> member.open().orElseThrow().planner().needsApproval())
                .toList();
        List<String> toApprove =
                unapproved.stream().map(FleetMember::environment).toList();
        // With -q the plans are not shown, so nobody can approve them.
        boolean canAsk = goal.output().isShown();
        if (!toApprove.isEmpty() && !(canAsk && Terminal.approves(goal.build().session(), toApprove))) {
            unapproved.forEach(member -> member.fails(Protection.unapproved(List.of(member.environment()))));
            throw Protection.unapproved(toApprove);
        }
    }
}

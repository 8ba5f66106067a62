package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.plan.Plan.Refusal;
import com.messagemedia.auth0.plan.Plan.Target;
import com.messagemedia.auth0.plan.SendingCheck.SendingFindings;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a plan from a merge. It checks that the result can send, that credentials go only to allowed hosts, and that nothing
 * is lost. It has no side effects.
 */
public final class Planner {

    private Planner() {}

    /**
     * Makes the plan.
     *
     * @param input the input of the merge
     * @param merge the result of the merge
     * @param sending checks whether the result can send, and where to
     */
    public static Plan plan(Target target, MergeInput input, MergeResult merge, SendingCheck sending) {
        SendingFindings found = sending.of(input, merge);
        List<Refusal> refusals = new ArrayList<>(found.refusals());
        if (merge.isSettled()) {
            List<FieldPath> unproven = new LossProof(input.live(), merge.merged(), merge.decisions()).unproven();
            if (!unproven.isEmpty()) {
                refusals.add(new Refusal.LossNotExcluded(unproven));
            }
        }
        return new Plan(target, input.live(), merge, RecordChange.NONE, List.of(), refusals, found.notices());
    }
}

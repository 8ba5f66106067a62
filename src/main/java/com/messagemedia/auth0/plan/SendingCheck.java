package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * Checks whether the result of a merge can send messages, and where its credentials would go. Only the delivery knows this.
 */
public interface SendingCheck {

    /** Returns what stops a plan of this merge, and what a user should know about it. */
    SendingFindings of(MergeInput input, MergeResult merge);

    /** Returns what a user should know about a plan in a tenant on the Unified Phone Experience. */
    Optional<Notice> onUnifiedPhoneExperience(Plan plan);

    /**
     * The findings of a check.
     *
     * @param refusals the reasons that stop the plan
     * @param notices what a user should know
     */
    record SendingFindings(List<Refusal> refusals, List<Notice> notices) {

        public SendingFindings {
            refusals = List.copyOf(refusals);
            notices = List.copyOf(notices);
        }
    }
}

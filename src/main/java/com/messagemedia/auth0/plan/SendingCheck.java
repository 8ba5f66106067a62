package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.Refusal;
import java.util.List;
import java.util.Optional;

/** Whether what a merge came to can send messages, and where its credentials would go; only the way of delivery knows. */
public interface SendingCheck {

    /** What stops a plan of this merge, and what to know about it. */
    SendingFindings of(MergeInput input, MergeResult merge);

    /** What to know about a plan in a tenant that is on the Unified Phone Experience. */
    Optional<Notice> onUnifiedPhoneExperience(Plan plan);

    /**
     * What a check found.
     *
     * @param refusals what stops the plan
     * @param notices what a user should know
     */
    record SendingFindings(List<Refusal> refusals, List<Notice> notices) {

        public SendingFindings {
            refusals = List.copyOf(refusals);
            notices = List.copyOf(notices);
        }
    }
}

package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.OptionPaths;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.plan.Plan.Refusal;
import com.messagemedia.auth0.plan.Plan.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a plan of a merge: checks that its result can send, goes where it may, and loses nothing. Pure. */
public final class Planner {

    private Planner() {}

    /**
     * Plans.
     *
     * @param input what was merged
     * @param merge what the merge came to
     * @param allowedGateway the host that the descriptor allows besides MessageMedia's
     */
    public static Plan plan(Target target, MergeInput input, MergeResult merge, Optional<String> allowedGateway) {
        List<Refusal> refusals = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        Options merged = merge.merged();
        if (merge.isSettled()) {
            SendingOptions sending = new SendingOptions(merged, input.desired().options());
            boolean answerable = input.live().isEmpty() || SendingOptions.areTouchedBy(merge);
            checkSending(sending, answerable, refusals, notices);
            sending.refuseHost(allowedGateway).ifPresent(refusals::add);
            List<FieldPath> unproven = new LossProof(input.live(), merged, merge.decisions()).unproven();
            if (!unproven.isEmpty()) {
                refusals.add(new Refusal.LossNotExcluded(unproven));
            }
        }
        if (usesPhoneProvider(merged)) {
            notices.add(new Notice.PhoneProviderInUse());
        }
        return new Plan(target, input.live(), merge, RecordChange.NONE, List.of(), refusals, notices);
    }

    private static void checkSending(
            SendingOptions sending, boolean answerable, List<Refusal> refusals, List<Notice> notices) {
        List<FieldPath> missing = sending.missing();
        if (missing.isEmpty()) {
            return;
        }
        if (answerable) {
            refusals.add(new Refusal.CannotSend(sending.useGateway(), missing));
        } else {
            notices.add(new Notice.CannotSendAlready(sending.useGateway(), missing));
        }
    }

    private static boolean usesPhoneProvider(Options merged) {
        Set<Value> off = Set.of(Value.of(false), Value.of("false"), Value.of(""), Value.Null.NULL);
        return merged.get(OptionPaths.USE_PHONE_PROVIDER)
                .filter(value -> !off.contains(value))
                .isPresent();
    }
}

package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.Refusal;
import com.messagemedia.auth0.plan.SendingCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that a connection's options can send, to a host that may receive the credentials.
 *
 * @param allowedHost the host that the descriptor allows besides MessageMedia's
 */
public record GatewaySending(Optional<String> allowedHost) implements SendingCheck {

    private static final Set<Value> OFF = Set.of(Value.of(false), Value.of("false"), Value.of(""), Value.Null.NULL);

    @Override
    public SendingFindings of(MergeInput input, MergeResult merge) {
        List<Refusal> refusals = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        if (merge.isSettled()) {
            SendingOptions sending =
                    new SendingOptions(merge.merged(), input.desired().options());
            boolean answerable = input.live().isEmpty() || SendingOptions.areTouchedBy(merge);
            checkSending(sending, answerable, refusals, notices);
            sending.refuseHost(allowedHost).ifPresent(refusals::add);
        }
        if (usesPhoneProvider(merge.merged())) {
            notices.add(new GatewayNotice.PhoneProviderInUse());
        }
        return new SendingFindings(refusals, notices);
    }

    private static void checkSending(
            SendingOptions sending, boolean answerable, List<Refusal> refusals, List<Notice> notices) {
        List<FieldPath> missing = sending.missing();
        if (missing.isEmpty()) {
            return;
        }
        if (answerable) {
            refusals.add(new GatewayRefusal.CannotSend(sending.useGateway(), missing));
        } else {
            notices.add(new GatewayNotice.CannotSendAlready(sending.useGateway(), missing));
        }
    }

    private static boolean usesPhoneProvider(Options merged) {
        return merged.get(OptionPaths.USE_PHONE_PROVIDER)
                .filter(value -> !OFF.contains(value))
                .isPresent();
    }

    @Override
    public Optional<Notice> onUnifiedPhoneExperience(Plan plan) {
        // The connection's own switch gives the same warning with certainty.
        boolean known = plan.notices().contains(new GatewayNotice.PhoneProviderInUse());
        return OptionPaths.usesGateway(plan.body()) && !known
                ? Optional.of(new GatewayNotice.UnifiedPhoneExperience())
                : Optional.empty();
    }
}

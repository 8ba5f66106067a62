package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.delivery.ConnectionSwitch;
import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.Refusal;
import com.messagemedia.auth0.plan.SendingCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks that a connection's options can send, to a host that may receive the credentials.
 *
 * @param allowedHost the host that the descriptor allows besides MessageMedia's
 */
public record GatewaySending(Optional<String> allowedHost) implements SendingCheck {

    @Override
    public SendingFindings of(MergeInput input, MergeResult merge) {
        List<Refusal> refusals = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        if (merge.isSettled()) {
            SendingOptions sending =
                    new SendingOptions(merge.merged(), input.desired().options());
            boolean answerable = input.live().isEmpty() || SendingOptions.areTouchedBy(merge);
            checkSending(sending, answerable, refusals, notices);
            Optional<Refusal> refusal = sending.refuseHost(allowedHost);
            if (refusal.isPresent()) {
                refusals.add(refusal.get());
            }
        }
        Optional<Notice> switchedOn = phoneProvider(input, merge.merged());
        if (switchedOn.isPresent()) {
            notices.add(switchedOn.get());
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

    private static Optional<Notice> phoneProvider(MergeInput input, Options merged) {
        return switch (ConnectionSwitch.of(merged)) {
            case ON -> Optional.of(new GatewayNotice.PhoneProviderInUse(isUsedBySomebodyElse(input, merged)));
            case UNKNOWN -> Optional.of(new GatewayNotice.UnknownSwitch());
            case OFF, ABSENT -> Optional.empty();
        };
    }

    /** A descriptor that writes the switch itself knows what it does. */
    private static boolean isUsedBySomebodyElse(MergeInput input, Options merged) {
        return OptionPaths.usesGateway(merged)
                && ConnectionSwitch.of(input.live()) == ConnectionSwitch.ON
                && input.desired().options().get(ConnectionSwitch.PATH).isEmpty();
    }

    @Override
    public Optional<Notice> onUnifiedPhoneExperience(Plan plan) {
        // The connection's own switch gives the same warning, with more certainty.
        boolean known = plan.notices().stream()
                .anyMatch(notice -> notice instanceof GatewayNotice.PhoneProviderInUse
                        || notice instanceof GatewayNotice.UnknownSwitch);
        return OptionPaths.usesGateway(plan.body()) && !known
                ? Optional.of(new GatewayNotice.UnifiedPhoneExperience())
                : Optional.empty();
    }
}

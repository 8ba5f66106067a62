package com.messagemedia.auth0.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.MergeInput.Desired;
import com.messagemedia.auth0.merge.MergeInput.OtherOwners;
import com.messagemedia.auth0.merge.ThreeWayMerge;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.redaction.Fingerprints;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A Twilio key that Auth0 puts back by itself after an apply removed it: removing it each time would never come to an end. */
final class ReturnedKeysTest {

    private static final Options GATEWAY = Options.EMPTY.with(OptionPaths.PROVIDER, Value.of("sms_gateway"));
    private static final Present RECORD = NextRecord.after(
                    new AppliedRecord.Absent(),
                    new ValuePrints(new Fingerprints("AAAAAAAAAAAAAAAA"), GatewayOptions.MERGE_RULES.canonical()),
                    GATEWAY,
                    List.of())
            .withReturned(GatewayOptions.MERGE_RULES.canonical(), Map.of(OptionPaths.TWILIO_SID, Value.of("")));

    private static List<Decision> decisions(Present record, String live) {
        MergeInput input = new MergeInput(
                RecordBase.of(record, GATEWAY, GatewayOptions.MERGE_RULES.canonical()),
                new Desired(GATEWAY, Set.of()),
                GATEWAY.with(OptionPaths.TWILIO_SID, Value.of(live)),
                OtherOwners.NONE,
                ConflictPolicies.all(ConflictPolicy.FAIL),
                GatewayOptions.MERGE_RULES);
        return ThreeWayMerge.merge(input).decisions();
    }

    @Test
    void staysWhereItHoldsWhatAuth0PutThere() {
        assertThat(decisions(RECORD, "")).contains(new Decision.Kept(OptionPaths.TWILIO_SID, Value.of(""), false));
    }

    @Test
    void leavesWhereItHoldsAnotherValueOrNothingIsRemembered() {
        assertThat(decisions(RECORD, "AC1"))
                .contains(
                        new Decision.Removed(OptionPaths.TWILIO_SID, Value.of("AC1"), Decision.Reason.PROVIDER_SWITCH));
        Present forgetful = new Present(RECORD.fingerprints(), RECORD.prints(), Map.of());
        assertThat(decisions(forgetful, ""))
                .contains(new Decision.Removed(OptionPaths.TWILIO_SID, Value.of(""), Decision.Reason.PROVIDER_SWITCH));
    }
}

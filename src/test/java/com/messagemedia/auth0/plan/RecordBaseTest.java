package com.messagemedia.auth0.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord.Absent;
import com.messagemedia.auth0.plan.AppliedRecord.Loss;
import com.messagemedia.auth0.plan.AppliedRecord.Lost;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.redaction.Fingerprints;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a record answers to the merge. */
final class RecordBaseTest {

    private static final Fingerprints SALT = new Fingerprints("AAAAAAAAAAAAAAAA");
    private static final Value ACME = Value.of("Acme");
    private static final FieldPath LENGTH = OptionPaths.TOTP_LENGTH;
    private static final Options DESIRED =
            Options.EMPTY.with(OptionPaths.FROM, ACME).with(LENGTH, Value.of(6));

    @Test
    void aRecordOwnsItsPathsAndAgreesWithTheValuesThatWereApplied() {
        Present present = NextRecord.after(
                new Absent(), new ValuePrints(SALT, GatewayOptions.MERGE_RULES.canonical()), DESIRED, List.of());
        Base base = RecordBase.of(present, Options.EMPTY, GatewayOptions.MERGE_RULES.canonical());
        assertThat(base.owns(OptionPaths.FROM)).isTrue();
        assertThat(base.owns(OptionPaths.TEMPLATE)).isFalse();
        assertThat(base.owns(FieldPath.of("totp"))).isFalse();
        assertThat(base.agrees(OptionPaths.FROM, ACME)).isTrue();
        assertThat(base.agrees(OptionPaths.FROM, Value.of("Other"))).isFalse();
        assertThat(base.agrees(OptionPaths.TEMPLATE, ACME)).isFalse();
        assertThat(base.returned(OptionPaths.FROM, ACME)).isFalse();
    }

    @Test
    void aRecordRemembersWhatAuth0PutBackAndOwnsItNot() {
        Present present = new Present(SALT, Map.of(), Map.of());
        assertThat(present.isEmpty()).isTrue();
        Present returned =
                present.withReturned(GatewayOptions.MERGE_RULES.canonical(), Map.of(OptionPaths.TWILIO_SID, ACME));
        assertThat(returned.isEmpty()).isFalse();
        assertThat(returned.returned()).containsOnlyKeys(OptionPaths.TWILIO_SID);
        Base base = RecordBase.of(returned, Options.EMPTY, GatewayOptions.MERGE_RULES.canonical());
        assertThat(base.returned(OptionPaths.TWILIO_SID, ACME)).isTrue();
        assertThat(base.returned(OptionPaths.TWILIO_SID, Value.of("AC1"))).isFalse();
        assertThat(base.owns(OptionPaths.TWILIO_SID)).isFalse();
        assertThat(NextRecord.after(
                                new Absent(),
                                new ValuePrints(SALT, GatewayOptions.MERGE_RULES.canonical()),
                                DESIRED,
                                List.of())
                        .isEmpty())
                .isFalse();
    }

    @Test
    void aLostRecordMayHaveHeldEachDesiredLeafAndAgreesWithNothing() {
        Base base = RecordBase.of(new Lost(Loss.DAMAGED), DESIRED, GatewayOptions.MERGE_RULES.canonical());
        assertThat(base.owns(OptionPaths.FROM)).isTrue();
        assertThat(base.owns(LENGTH)).isTrue();
        assertThat(base.owns(FieldPath.of("totp"))).isFalse();
        assertThat(base.owns(OptionPaths.TEMPLATE)).isFalse();
        assertThat(base.agrees(OptionPaths.FROM, ACME)).isFalse();
    }

    @Test
    void anAbsentRecordOwnsNothing() {
        Base base = RecordBase.of(new Absent(), DESIRED, GatewayOptions.MERGE_RULES.canonical());
        assertThat(base.owns(OptionPaths.FROM)).isFalse();
        assertThat(base.agrees(OptionPaths.FROM, ACME)).isFalse();
        assertThat(base.returned(OptionPaths.FROM, ACME)).isFalse();
    }
}

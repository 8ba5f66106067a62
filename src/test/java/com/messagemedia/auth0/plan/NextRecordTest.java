package com.messagemedia.auth0.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.merge.Decision.KeptByPolicy;
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
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The record that an apply leaves. */
final class NextRecordTest {

    private static final Fingerprints SALT = new Fingerprints("AAAAAAAAAAAAAAAA");
    private static final Fingerprints OTHER_SALT = new Fingerprints("BBBBBBBBBBBBBBBB");
    private static final FieldPath SID = OptionPaths.TWILIO_SID;
    private static final Value ACCOUNT = Value.of("AC00000000000000000000000000000000");

    private static Present record(Map<String, String> values) {
        Map<FieldPath, String> prints = new TreeMap<>();
        values.forEach((path, value) -> prints.put(FieldPath.parse(path), print(path, value)));
        return new Present(SALT, prints, Map.of());
    }

    private static String print(String path, String value) {
        return new ValuePrints(SALT, GatewayOptions.MERGE_RULES.canonical()).of(FieldPath.parse(path), Value.of(value));
    }

    private static Options options(String path, String value) {
        return Options.EMPTY.with(FieldPath.parse(path), Value.of(value));
    }

    private static Present after(AppliedRecord before, Options desired, Decision... decisions) {
        return NextRecord.after(
                before, new ValuePrints(SALT, GatewayOptions.MERGE_RULES.canonical()), desired, List.of(decisions));
    }

    @Test
    void holdsEachDesiredLeafAndForgetsTheOthers() {
        Present next = after(record(Map.of("from", "old", "name", "gone")), options("from", "new"));
        assertThat(next.prints()).isEqualTo(Map.of(FieldPath.of("from"), print("from", "new")));
        assertThat(next.returned()).isEmpty();
    }

    @Test
    void keepsItsSaltAndTakesTheNewOneWhereItHasNone() {
        Options desired = options("from", "new");
        assertThat(NextRecord.after(
                                record(Map.of()),
                                new ValuePrints(OTHER_SALT, GatewayOptions.MERGE_RULES.canonical()),
                                desired,
                                List.of())
                        .fingerprints())
                .isEqualTo(SALT);
        assertThat(NextRecord.after(
                                new Absent(),
                                new ValuePrints(OTHER_SALT, GatewayOptions.MERGE_RULES.canonical()),
                                desired,
                                List.of())
                        .fingerprints())
                .isEqualTo(OTHER_SALT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"totp", "totp.length", "totp.length.x"})
    void wherePolicyKeptLiveTheOldEntryStaysAtThatPathAndAboveAndBelow(String owned) {
        FieldPath path = FieldPath.of("totp", "length");
        Present next = after(
                record(Map.of(owned, "old", "name", "gone")),
                options("totp.length", "new").with(FieldPath.of("from"), Value.of("f")),
                new KeptByPolicy(path, Optional.of(Value.of("live")), Optional.of(Value.of("new"))));
        assertThat(next.prints())
                .isEqualTo(
                        Map.of(FieldPath.parse(owned), print(owned, "old"), FieldPath.of("from"), print("from", "f")));
    }

    @Test
    void ofALostRecordAKeptDesiredPathStaysOwnedWithAValueThatAgreesWithNothing() {
        Present next = after(
                new Lost(Loss.DAMAGED),
                options("from", "new"),
                new KeptByPolicy(FieldPath.of("from"), Optional.of(Value.of("live")), Optional.of(Value.of("new"))));
        assertThat(next.prints()).isEqualTo(Map.of(FieldPath.of("from"), Present.UNKNOWN));
    }

    @Test
    void ofALostRecordAKeptPathThatNobodyDesiresIsNotOwned() {
        Present next = after(
                new Lost(Loss.DAMAGED),
                options("from", "new"),
                new KeptByPolicy(SID, Optional.of(ACCOUNT), Optional.empty()));
        assertThat(next.prints()).containsOnlyKeys(FieldPath.of("from"));
    }

    @Test
    void withoutARecordAKeptPathIsNotOwned() {
        Present next = after(
                new Absent(),
                options("from", "new"),
                new KeptByPolicy(FieldPath.of("from"), Optional.of(Value.of("live")), Optional.of(Value.of("new"))));
        assertThat(next.prints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false, true, true", "true, true, false", "false, false, false"})
    void whatAuth0PutBackIsRememberedWhileItIsThereAndNobodySetsIt(
            boolean managed, boolean sameValue, boolean remembered) {
        Present before = record(Map.of()).withReturned(GatewayOptions.MERGE_RULES.canonical(), Map.of(SID, ACCOUNT));
        Present next =
                after(before, options("from", "new"), new Kept(SID, sameValue ? ACCOUNT : Value.of("AC1"), managed));
        assertThat(next.returned()).isEqualTo(remembered ? before.returned() : Map.of());
    }
}

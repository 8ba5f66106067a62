package com.messagemedia.auth0.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.merge.RandomMerge;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord.Absent;
import com.messagemedia.auth0.plan.AppliedRecord.Loss;
import com.messagemedia.auth0.plan.AppliedRecord.Lost;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.testing.Trials;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnmanagedMarksTest {

    private static final Fingerprints KEY = new Fingerprints("AAAAAAAAAAAAAAAA");
    private static final Present RECORD =
            new Present(KEY, new TreeMap<>(), new TreeMap<>()).hiding(OptionPaths.SECRETS, path -> false);
    private static final FieldPath ALIAS = FieldPath.of("upstream_params", "screen_name", "alias");
    private static final FieldPath NAME = FieldPath.of("name");
    private static final Options LIVE = Options.EMPTY
            .with(ALIAS, Value.of("login_hint"))
            .with(NAME, Value.of("SMS"))
            .with(FieldPath.of("nothing"), Value.Null.NULL)
            .with(FieldPath.of("empty"), Value.Tree.EMPTY);

    private static Present marked(Options unmanaged) {
        return UnmanagedMarks.mark(RECORD, unmanaged.leaves(), record -> true);
    }

    private static int gone(AppliedRecord record, Options live) {
        return UnmanagedMarks.gone(record, live, Set.of());
    }

    @Test
    void eachLeafThatHoldsSomethingHasAMarkOfThreeCharacters() {
        assertThat(marked(LIVE).marks())
                .containsExactlyInAnyOrder(
                        KEY.of("unmanaged\nname").substring(0, 3),
                        KEY.of("unmanaged\nupstream_params.screen_name.alias").substring(0, 3));
    }

    @Test
    void vanishedLeavesAreCounted() {
        Present record = marked(LIVE);
        assertThat(gone(record, LIVE)).isZero();
        assertThat(gone(record, LIVE.without(NAME))).isEqualTo(1);
        assertThat(gone(record, LIVE.without(FieldPath.of("upstream_params")))).isEqualTo(1);
        assertThat(gone(record, Options.EMPTY)).isEqualTo(2);
    }

    @Test
    void changedGrownAndNewOptionsAreNotGone() {
        Present record = marked(LIVE);
        assertThat(gone(record, LIVE.with(NAME, Value.of("other")))).isZero();
        assertThat(gone(record, LIVE.with(NAME, Value.Null.NULL))).isZero();
        assertThat(gone(record, LIVE.without(NAME).with(NAME.child("more"), Value.of(1))))
                .isZero();
        assertThat(gone(record, LIVE.with(FieldPath.of("theirs"), Value.of(1)))).isZero();
    }

    @Test
    void whatHeldNothingIsNotMissed() {
        assertThat(gone(marked(LIVE), LIVE.without(FieldPath.of("nothing")).without(FieldPath.of("empty"))))
                .isZero();
    }

    @Test
    void whatTheDescriptorSpeaksOfIsToldByThePlan() {
        Present record = marked(LIVE);
        assertThat(UnmanagedMarks.gone(record, Options.EMPTY, Set.of(NAME, ALIAS)))
                .isZero();
        assertThat(UnmanagedMarks.gone(record, Options.EMPTY, Set.of(NAME, ALIAS.child("below"))))
                .isZero();
        assertThat(UnmanagedMarks.gone(record, Options.EMPTY, Set.of(NAME))).isEqualTo(1);
    }

    @Test
    void noRecordAndARecordWithoutMarksSayNothing() {
        assertThat(gone(new Absent(), Options.EMPTY)).isZero();
        assertThat(gone(new Lost(Loss.DAMAGED), Options.EMPTY)).isZero();
        assertThat(gone(RECORD, Options.EMPTY)).isZero();
        assertThat(gone(new Present(KEY, new TreeMap<>(), new TreeMap<>()), Options.EMPTY))
                .isZero();
    }

    @Test
    void withoutRoomForTheLeavesTheFirstKeysAreMarkedAndElseNothing() {
        Options wide = LIVE.with(FieldPath.of("upstream_params", "acr_values", "value"), Value.of("high"));
        Present heads = UnmanagedMarks.mark(
                RECORD, wide.leaves(), record -> record.marks().size() <= 2);
        assertThat(heads.marks()).hasSize(2);
        assertThat(gone(heads, wide)).isZero();
        assertThat(gone(heads, wide.without(ALIAS))).isZero();
        assertThat(gone(heads, wide.without(FieldPath.of("upstream_params")))).isEqualTo(1);
        assertThat(UnmanagedMarks.mark(
                        heads, wide.leaves(), record -> record.marks().isEmpty()))
                .isEqualTo(RECORD);
    }

    /** Every number of options up to where marks no longer fit, and some far beyond. */
    @Test
    void marksNeverTakeAFurtherEntryOfTheMetadata() {
        Options live = Options.EMPTY;
        for (int count = 1; count < 400; count++) {
            live = live.with(FieldPath.of("theirs" + count), Value.of(1));
            if (count < 80 || count % 64 == 0) {
                Present record = UnmanagedMarks.mark(
                        new Present(KEY, new TreeMap<>(Map.of(OptionPaths.FROM, KEY.of("a"))), new TreeMap<>())
                                .hiding(OptionPaths.SECRETS, path -> false),
                        live.leaves(),
                        marked -> MetadataRecords.holdsMarksOf(marked, GatewayOptions.CODES));
                assertThat(new RecordCodec(GatewayOptions.CODES).encode(record))
                        .as("%d options", count)
                        .hasSizeLessThanOrEqualTo(255);
                assertThat(record.marks().isEmpty()).as("%d options", count).isEqualTo(count > 73);
            }
        }
    }

    /** A record in a file has room for all of them; more than 300 are not kept there either. */
    @ParameterizedTest
    @CsvSource({"299, true", "300, true", "301, false"})
    void thatManyOptionsAreMarkedWhereThereIsRoom(int count, boolean marked) {
        Map<FieldPath, Value> leaves = new TreeMap<>();
        for (int option = 0; option < count; option++) {
            leaves.put(FieldPath.of("theirs" + option), Value.of(1));
        }
        assertThat(UnmanagedMarks.mark(RECORD, leaves, record -> true).marks().isEmpty())
                .isNotEqualTo(marked);
    }

    /** For trees of all shapes: what is there is not gone, in whatever order; what is taken away is. */
    @Test
    void nothingIsGoneUntilItIs() {
        int taken = 0;
        for (long seed = 0; seed < Trials.of(2_000); seed++) {
            Options live = RandomMerge.of(seed).input().live();
            Present record = marked(live);
            AppliedRecord read =
                    new RecordCodec(GatewayOptions.CODES).decode(new RecordCodec(GatewayOptions.CODES).encode(record));
            assertThat(gone(read, live)).as("seed %d", seed).isZero();
            for (FieldPath path : live.leaves().keySet()) {
                Options less = live.without(path);
                boolean missed = live.get(path)
                        .filter(value ->
                                !Set.of(Value.Null.NULL, Value.Tree.EMPTY).contains(value))
                        .isPresent();
                assertThat(gone(read, less))
                        .as("seed %d without %s", seed, path)
                        .isEqualTo(missed ? 1 : 0);
                taken += missed ? 1 : 0;
            }
        }
        assertThat(taken).isGreaterThan(Trials.of(1_000));
    }
}

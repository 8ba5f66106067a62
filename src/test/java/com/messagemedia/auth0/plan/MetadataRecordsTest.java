package com.messagemedia.auth0.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.merge.MergeInput.OtherOwners;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.RandomPaths;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord.Absent;
import com.messagemedia.auth0.plan.AppliedRecord.Loss;
import com.messagemedia.auth0.plan.AppliedRecord.Lost;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.redaction.Fingerprints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The records of all owners among the ten entries of a connection's metadata. */
final class MetadataRecordsTest {

    private static final Fingerprints SALT = new Fingerprints("AAAAAAAAAAAAAAAA");
    private static final Present SHORT = record(OptionPaths.FROM);
    private static final String SHORT_TEXT = new RecordCodec(GatewayOptions.CODES).encode(SHORT);

    private static Present record(FieldPath... paths) {
        Map<FieldPath, String> prints = new TreeMap<>();
        List.of(paths).forEach(path -> prints.put(path, SALT.of(path.toString())));
        return new Present(SALT, prints, Map.of());
    }

    /** A record whose text has exactly so many characters. */
    private static Present ofLength(int length) {
        FieldPath name = FieldPath.of("n"
                .repeat(length
                        - new RecordCodec(GatewayOptions.CODES)
                                .encode(record(FieldPath.of("zz")))
                                .length()
                        + 2));
        Present record = record(name);
        assertThat(new RecordCodec(GatewayOptions.CODES).encode(record)).hasSize(length);
        return record;
    }

    /** The entries as Auth0 holds them after this was sent: an entry sent as null is gone. */
    private static Map<String, String> held(Map<String, Optional<String>> sent) {
        Map<String, String> held = new TreeMap<>();
        sent.forEach((key, value) -> value.ifPresent(text -> held.put(key, text)));
        return held;
    }

    @Test
    void whereThereIsNoEntryOfItsOwnTheRecordIsAbsent() {
        MetadataRecords records =
                MetadataRecords.in(Map.of("messagemedia_other", SHORT_TEXT, "note", "x"), GatewayOptions.CODES);
        assertThat(records.of("default")).isEqualTo(new Absent());
        assertThat(records.of("other")).isEqualTo(SHORT);
    }

    @ParameterizedTest
    @ValueSource(ints = {254, 255, 256, 510, 511, 2550})
    void aRecordOfAnyLengthComesBackFromEntriesOf255Characters(int length) {
        Present record = ofLength(length);
        Map<String, String> held =
                held(MetadataRecords.in(Map.of(), GatewayOptions.CODES).with("default", record));
        assertThat(held)
                .hasSize((length + 254) / 255)
                .allSatisfy((key, text) -> assertThat(text.length()).isBetween(1, 255));
        assertThat(held.get("messagemedia_default")).hasSize(Math.min(length, 255));
        assertThat(MetadataRecords.in(held, GatewayOptions.CODES).of("default")).isEqualTo(record);
    }

    @Test
    void tenEntriesAreRoomEnoughAndElevenAreRefused() {
        Map<String, String> nine = new HashMap<>();
        IntStream.range(0, 9).forEach(entry -> nine.put("note" + entry, "x"));
        assertThat(MetadataRecords.in(nine, GatewayOptions.CODES).with("default", SHORT))
                .hasSize(10);
        Fault fault = catchThrowableOfType(
                Fault.class,
                () -> MetadataRecords.in(nine, GatewayOptions.CODES).with("default", ofLength(256)));
        assertThat(fault)
                .hasMessage("The connection's metadata has no room for the applied record: with it there would be 11"
                        + " entries, and Auth0 allows 10.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void entriesOfOthersStayAndPartsThatAreNoLongerNeededAreSentAsNull() {
        Map<String, String> before = new HashMap<>(
                held(MetadataRecords.in(Map.of(), GatewayOptions.CODES).with("default", ofLength(511))));
        before.put("note", "x");
        before.put("messagemedia_other", "y");
        assertThat(MetadataRecords.in(before, GatewayOptions.CODES).with("default", SHORT))
                .isEqualTo(Map.of(
                        "messagemedia_default", Optional.of(SHORT_TEXT),
                        "messagemedia_default_2", Optional.<String>empty(),
                        "messagemedia_default_3", Optional.<String>empty(),
                        "note", Optional.of("x"),
                        "messagemedia_other", Optional.of("y")));
    }

    @Test
    void aPartTooManyIsNoDamageAndAMissingOneIs() {
        Map<String, String> tooMany =
                Map.of("messagemedia_default", SHORT_TEXT, "messagemedia_default_2", "the rest of a longer one");
        assertThat(MetadataRecords.in(tooMany, GatewayOptions.CODES).of("default"))
                .isEqualTo(SHORT);
        Map<String, String> held =
                held(MetadataRecords.in(Map.of(), GatewayOptions.CODES).with("default", ofLength(511)));
        held.remove("messagemedia_default_2");
        assertThat(MetadataRecords.in(held, GatewayOptions.CODES).of("default")).isEqualTo(new Lost(Loss.DAMAGED));
    }

    @Test
    void ownersAreNamedByTheirKeysAlone() {
        Map<String, String> metadata = new HashMap<>();
        List.of(
                        "messagemedia_default",
                        "messagemedia_default_2",
                        "messagemedia_team-b_10",
                        "messagemedia_",
                        "messagemedia_Team",
                        "messagemedia_x_1",
                        "messagemedia_x_11",
                        "note")
                .forEach(key -> metadata.put(key, "x"));
        assertThat(MetadataRecords.in(metadata, GatewayOptions.CODES).owners()).containsExactly("default", "team-b");
    }

    @Test
    void othersClaimWhatTheirReadableRecordsHoldAndWhatIsAboveAndBelow() {
        MetadataRecords records = MetadataRecords.in(
                Map.of(
                        "messagemedia_default", new RecordCodec(GatewayOptions.CODES).encode(record(OptionPaths.FROM)),
                        "messagemedia_texts",
                                new RecordCodec(GatewayOptions.CODES).encode(record(FieldPath.of("totp", "length"))),
                        "messagemedia_lost", "not a record"),
                GatewayOptions.CODES);
        assertThat(records.claimsAgainst("default").claimedBy(OptionPaths.FROM)).isEmpty();
        assertThat(records.claimsAgainst("texts").claimedBy(OptionPaths.FROM)).contains("default");
        for (String path : List.of("totp", "totp.length", "totp.length.x")) {
            assertThat(records.claimsAgainst("default").claimedBy(FieldPath.parse(path)))
                    .as(path)
                    .contains("texts");
        }
        assertThat(records.claimsAgainst("default").claimedBy(FieldPath.of("totp", "time_step")))
                .isEmpty();
    }

    /** The first in path order counts; the last owner by name holds a path that several hold. */
    @Test
    void theFirstOverlappingPathNamesTheOwner() {
        RandomPaths paths = new RandomPaths(20261127);
        for (int trial = 0; trial < 300; trial++) {
            Map<FieldPath, String> claimed = new TreeMap<>();
            Map<String, String> metadata = new TreeMap<>();
            for (String owner : List.of("a", "b")) {
                List<FieldPath> held = paths.next(1 + trial % 3);
                held.forEach(path -> claimed.put(path, owner));
                metadata.put(
                        "messagemedia_" + owner,
                        new RecordCodec(GatewayOptions.CODES).encode(record(held.toArray(FieldPath[]::new))));
            }
            OtherOwners owners =
                    MetadataRecords.in(metadata, GatewayOptions.CODES).claimsAgainst("default");
            for (FieldPath path : paths.next(5)) {
                assertThat(owners.claimedBy(path))
                        .as("%s in %s", path, claimed)
                        .isEqualTo(claimed.entrySet().stream()
                                .filter(claim -> claim.getKey().overlaps(path))
                                .map(Map.Entry::getValue)
                                .findFirst());
            }
        }
    }

    @Test
    void theOthersThatCannotBeReadAreNamed() {
        MetadataRecords records = MetadataRecords.in(
                Map.of("messagemedia_a", "not a record", "messagemedia_b", SHORT_TEXT, "messagemedia_c", "x"),
                GatewayOptions.CODES);
        assertThat(records.unreadableBeside("b")).containsExactly("a", "c");
        assertThat(records.unreadableBeside("a")).containsExactly("c");
    }

    @Test
    void whatAnyOwnerMarksIsConfidential() {
        Options live = Options.EMPTY.with(OptionPaths.FROM, Value.of("x"));
        String hidden = new RecordCodec(GatewayOptions.CODES)
                .encode(record(OptionPaths.TEMPLATE).hiding(OptionPaths.SECRETS, path -> true));
        String open = new RecordCodec(GatewayOptions.CODES)
                .encode(record(OptionPaths.SYNTAX).hiding(OptionPaths.SECRETS, path -> false));
        assertThat(MetadataRecords.in(Map.of("messagemedia_a", hidden, "messagemedia_b", open), GatewayOptions.CODES)
                        .confidential(live))
                .containsExactly(OptionPaths.TEMPLATE);
        assertThat(MetadataRecords.in(Map.of("messagemedia_a", "not a record"), GatewayOptions.CODES)
                        .confidential(live))
                .containsExactly(OptionPaths.FROM);
    }
}

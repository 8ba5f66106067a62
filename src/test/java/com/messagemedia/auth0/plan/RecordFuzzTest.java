package com.messagemedia.auth0.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a record's text is: it is a record that is written as it was read, or it is lost. */
final class RecordFuzzTest {

    private static final Fingerprints CHECK = new Fingerprints("messagemedia applied record");

    static Stream<byte[]> records() {
        Present present = new Present(
                new Fingerprints("0123456789abcdef"),
                Map.of(FieldPath.of("from"), "AAAAAAAA", FieldPath.of("a.b", "c\"\\\n"), Present.UNKNOWN),
                Map.of(FieldPath.of("twilio_sid"), "BBBBBBBB"));
        String text = new RecordCodec(GatewayOptions.CODES).encode(present);
        return Seeds.texts(
                text,
                text.substring(0, text.lastIndexOf('.')),
                "1.0123456789abcdef.(provider)AAAAAAAA",
                "2.0123456789abcdef.",
                "1.0123456789abcdef.(%zz)AAAAAAAA");
    }

    @MethodSource("records")
    @FuzzTest
    void isARecordOrLost(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        check(text);
        check(text + "." + CHECK.of(text).substring(0, 6));
        String rest = "1.0123456789abcdef." + text;
        check(rest + "." + CHECK.of(rest).substring(0, 6));
    }

    private static void check(String text) {
        if (new RecordCodec(GatewayOptions.CODES).decode(text) instanceof Present present) {
            assertThat(new RecordCodec(GatewayOptions.CODES)
                            .decode(new RecordCodec(GatewayOptions.CODES).encode(present)))
                    .isEqualTo(present);
        }
        MetadataRecords records = MetadataRecords.in(Map.of("messagemedia_a", text, text, text), GatewayOptions.CODES);
        records.owners().forEach(records::of);
        records.unreadableBeside("b");
        records.claimsAgainst("b").claimedBy(FieldPath.of("from"));
    }
}

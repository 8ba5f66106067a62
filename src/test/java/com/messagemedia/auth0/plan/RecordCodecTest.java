package com.messagemedia.auth0.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord.Loss;
import com.messagemedia.auth0.plan.AppliedRecord.Lost;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.testing.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordCodecTest {

    private static final Fingerprints KEY = new Fingerprints("AAAAAAAAAAAAAAAA");
    private static final List<String> KEYS = List.of(
            "provider",
            "from",
            "totp",
            "length",
            "a b",
            "",
            "a.b",
            "(",
            ")",
            "!",
            "*",
            "\"",
            "\\",
            "é",
            "\u2028",
            "\n",
            "%28",
            "+",
            "😀",
            "messaging_service_sid",
            "a-b_c",
            "1.");
    private static final String CHARACTERS = "12.().!~*AZaz09_-% \n\"\\é";

    private static Present random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<FieldPath, String> prints = new TreeMap<>();
        Map<FieldPath, String> returned = new TreeMap<>();
        for (int entry = random.nextInt(12); entry > 0; entry--) {
            String print = random.nextInt(6) == 0 ? Present.UNKNOWN : KEY.of(String.valueOf(random.nextInt()));
            (random.nextInt(4) == 0 ? returned : prints).put(path(random), print);
        }
        Present old = new Present(KEY, prints, returned);
        if (random.nextInt(3) == 0) {
            return old;
        }
        SortedSet<String> marks = new TreeSet<>();
        for (int mark = random.nextInt(5); mark > 0; mark--) {
            marks.add(KEY.of(String.valueOf(random.nextInt())).substring(0, 3));
        }
        return old.hiding(OptionPaths.SECRETS, path -> random.nextBoolean()).marking(marks);
    }

    private static FieldPath path(SplittableRandom random) {
        List<String> segments = new ArrayList<>();
        do {
            segments.add(KEYS.get(random.nextInt(KEYS.size())));
        } while (random.nextInt(3) == 0);
        return new FieldPath(segments);
    }

    @Test
    void oneLetterForTwoPathsIsRefused() {
        assertThatThrownBy(() -> new PathCodes(Map.of(FieldPath.of("a"), 'x', FieldPath.of("b"), 'x')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the letter x stands for two paths");
    }

    @Test
    void recordComesBackAsItWasWritten() {
        for (long seed = 0; seed < Trials.of(5_000); seed++) {
            Present record = random(seed);
            assertThat(new RecordCodec(GatewayOptions.CODES)
                            .decode(new RecordCodec(GatewayOptions.CODES).encode(record)))
                    .as("seed %d", seed)
                    .isEqualTo(record);
        }
    }

    @Test
    void textIsPrintableAscii() {
        for (long seed = 0; seed < Trials.of(1_000); seed++) {
            assertThat(new RecordCodec(GatewayOptions.CODES).encode(random(seed)))
                    .as("seed %d", seed)
                    .matches("[!-~]+");
        }
    }

    @Test
    void formatStaysAsItIsWithinAVersion() {
        Present record = new Present(
                KEY,
                Map.of(
                        OptionPaths.PROVIDER,
                        KEY.of("a"),
                        OptionPaths.TEMPLATE,
                        Present.UNKNOWN,
                        FieldPath.of("upstream_params", "a.b"),
                        KEY.of("b")),
                Map.of(FieldPath.of("brute_force_protection"), KEY.of("c")));
        assertThat(new RecordCodec(GatewayOptions.CODES).encode(record))
                .isEqualTo("1.AAAAAAAAAAAAAAAA.pe3fo7Cb2t********(upstream_params%5B%22a.b%22%5D)vjgfIcdV!B00nFVmiw"
                        + ".YogV5Y");
    }

    @Test
    void versionTwoMarksWhatIsConfidentialAndNoSecretByItself() {
        Present record = new Present(
                        KEY,
                        Map.of(
                                OptionPaths.AUDIENCE,
                                KEY.of("a"),
                                OptionPaths.PROVIDER,
                                KEY.of("b"),
                                OptionPaths.TEMPLATE,
                                KEY.of("c")),
                        Map.of(OptionPaths.FROM, KEY.of("d")))
                .hiding(OptionPaths.SECRETS, path -> !path.equals(OptionPaths.PROVIDER));
        assertThat(new RecordCodec(GatewayOptions.CODES).encode(record))
                .startsWith("2.AAAAAAAAAAAAAAAA.a" + KEY.of("a") + "p" + KEY.of("b") + "~t" + KEY.of("c") + "!~f"
                        + KEY.of("d") + ".");
    }

    @Test
    void versionThreeEndsWithTheMarksOfUnmanagedOptions() {
        Present record = new Present(KEY, Map.of(OptionPaths.PROVIDER, KEY.of("a")), Map.of())
                .hiding(OptionPaths.SECRETS, path -> true);
        Present marked = record.marking(new TreeSet<>(List.of("xyz", "-_0", "ABC")));
        assertThat(new RecordCodec(GatewayOptions.CODES).encode(record))
                .isEqualTo(checked("2.AAAAAAAAAAAAAAAA.~pe3fo7Cb2"));
        assertThat(new RecordCodec(GatewayOptions.CODES).encode(marked))
                .isEqualTo(checked("3.AAAAAAAAAAAAAAAA.~pe3fo7Cb2.-_0ABCxyz"));
        assertThat(new RecordCodec(GatewayOptions.CODES).decode(new RecordCodec(GatewayOptions.CODES).encode(record)))
                .isEqualTo(record);
        assertThat(record.saysTheSame(marked)).isTrue();
        assertThat(marked.saysTheSame(record)).isTrue();
    }

    @Test
    void versionOneHasNoPlaceForMarks() {
        Present old = new Present(KEY, Map.of(), Map.of()).marking(new TreeSet<>(List.of("abc")));
        assertThat(new RecordCodec(GatewayOptions.CODES).encode(old)).startsWith("1.");
        assertThat(old.marks()).isEmpty();
    }

    @Test
    void whatMayBeConfidentialIsTakenForIt() {
        Options live = Options.EMPTY.with(OptionPaths.TEMPLATE, Value.of("a")).with(OptionPaths.FROM, Value.of("b"));
        Present old = new Present(KEY, Map.of(OptionPaths.TEMPLATE, KEY.of("a")), Map.of());
        assertThat(old.confidential(live)).containsExactly(OptionPaths.TEMPLATE);
        assertThat(old.hiding(OptionPaths.SECRETS, path -> false).confidential(live))
                .isEmpty();
        assertThat(new Lost(Loss.DAMAGED).confidential(live)).containsExactly(OptionPaths.FROM, OptionPaths.TEMPLATE);
        assertThat(new AppliedRecord.Absent().confidential(live)).isEmpty();
        assertThat(old.saysTheSame(old.hiding(OptionPaths.SECRETS, path -> true)))
                .isTrue();
        assertThat(old.hiding(OptionPaths.SECRETS, path -> false)
                        .saysTheSame(old.hiding(OptionPaths.SECRETS, path -> true)))
                .isFalse();
    }

    @Test
    void mutatedTextIsLost() {
        for (long seed = 0; seed < Trials.of(5_000); seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String text = new RecordCodec(GatewayOptions.CODES).encode(random(seed));
            String mutated = mutated(text, random);
            assertThat(mutated.equals(text) || new RecordCodec(GatewayOptions.CODES).decode(mutated) instanceof Lost)
                    .as("seed %d: %s", seed, mutated)
                    .isTrue();
        }
    }

    private static String mutated(String text, SplittableRandom random) {
        int at = random.nextInt(text.length());
        char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + other + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            case 2 -> text.substring(0, at) + other + text.substring(at);
            default -> text.substring(0, at);
        };
    }

    @Test
    void anyTextWithARightCheckIsReadOrLostAndNeverAFailure() {
        for (long seed = 0; seed < Trials.of(20_000); seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder body =
                    new StringBuilder(random.nextBoolean() ? (1 + random.nextInt(3)) + ".AAAAAAAAAAAAAAAA." : "");
            for (int length = random.nextInt(30); length > 0; length--) {
                body.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            assertThat(new RecordCodec(GatewayOptions.CODES).decode(body.toString()))
                    .as("seed %d", seed)
                    .isNotNull();
            assertThat(new RecordCodec(GatewayOptions.CODES).decode(checked(body.toString())))
                    .as("seed %d", seed)
                    .isNotNull();
        }
    }

    private static String checked(String body) {
        return body + "."
                + new Fingerprints("messagemedia applied record").of(body).substring(0, 6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.AAAAAAAAAAAAAAAA.z12345678",
                "1.AAAAAAAAAAAAAAAA.(%zz)12345678",
                "1.AAAAAAAAAAAAAAAA.(a..b)12345678",
                "1.AAAAAAAAAAAAAAAA.p1234567",
                "1.AAAAAAAAAAAAAAAA.p12345678p12345678",
                "1.AAAAAAAAAAAAAAAA.p12345678p87654321",
                "1.AAAAAAAAAAAAAAAA.p12345678(provider)12345678",
                "1.AAAAAAAAAAAAAAAA.(new)12345678(new)12345678",
                "1.AAAAAAAAAAAAAAAA.!p12345678!p12345678",
                "2.AAAAAAAAAAAAAAAA.~(new)12345678(new)12345678",
                "1.short.p12345678",
                "3.AAAAAAAAAAAAAAAA.p12345678",
                "3.AAAAAAAAAAAAAAAA.p12345678.",
                "3.AAAAAAAAAAAAAAAA.p12345678.abcd",
                "3.AAAAAAAAAAAAAAAA.p12345678.ab*",
                "3.AAAAAAAAAAAAAAAA.z12345678.abc",
                "2.AAAAAAAAAAAAAAAA.p12345678.abc",
                "1."
            })
    void textWithARightCheckAndNoSenseIsDamaged(String body) {
        assertThat(new RecordCodec(GatewayOptions.CODES).decode(checked(body))).isEqualTo(new Lost(Loss.DAMAGED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.", "4.anything at all", "999999999.x"})
    void laterVersionIsToldFromDamage(String body) {
        assertThat(new RecordCodec(GatewayOptions.CODES).decode(checked(body))).isEqualTo(new Lost(Loss.NEWER_VERSION));
    }

    @Test
    void valueThatIsNotKnownAgreesWithNothing() {
        Present record = new Present(KEY, Map.of(OptionPaths.FROM, Present.UNKNOWN), Map.of());
        assertThat(record.agrees(GatewayOptions.MERGE_RULES.canonical(), OptionPaths.FROM, Value.of(Present.UNKNOWN)))
                .isFalse();
        assertThat(record.agrees(GatewayOptions.MERGE_RULES.canonical(), OptionPaths.FROM, Value.of("x")))
                .isFalse();
    }

    @Test
    void equalValuesAtTwoPathsDoNotLookAlike() {
        assertThat(new ValuePrints(KEY, GatewayOptions.MERGE_RULES.canonical()).of(OptionPaths.FROM, Value.of("x")))
                .isNotEqualTo(new ValuePrints(KEY, GatewayOptions.MERGE_RULES.canonical())
                        .of(OptionPaths.TEMPLATE, Value.of("x")));
    }
}

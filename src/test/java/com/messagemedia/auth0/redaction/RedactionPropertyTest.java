package com.messagemedia.auth0.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.testing.Trials;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No known secret survives in a foreign text, in whatever encoding and wherever it was cut; our own words survive in our lines. */
class RedactionPropertyTest {

    private static final int ROUNDS = Trials.of(30);
    private static final String SIGNS =
            "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_+/=\\\"'<&>%~!:. äß€";

    /** Encodings that keep a secret's characters apart: the encoding of a part is a part of the encoding. */
    private static final Map<String, UnaryOperator<String>> BY_CHARACTER = new TreeMap<>(Map.of(
            "plain", text -> text,
            "JSON", RedactionPropertyTest::json,
            "JSON in JSON", text -> json(json(text)),
            "JSON in numbers", text -> codes(text, "\\u%04x"),
            "JSON in numbers of upper case", text -> codes(text, "\\u%04X"),
            "percent", text -> percent(text, "%%%02X"),
            "percent in lower case", text -> percent(text, "%%%02x"),
            "form", text -> URLEncoder.encode(text, StandardCharsets.UTF_8),
            "form in lower case", RedactionPropertyTest::lowerForm,
            "HTML", RedactionPropertyTest::html));

    private final Random random = new Random(20_261_126);

    static Stream<String> encodings() {
        return BY_CHARACTER.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void leavesNothingOfASecretInAForeignText(String name) {
        UnaryOperator<String> encode = BY_CHARACTER.get(name);
        for (int round = 0; round < ROUNDS; round++) {
            String secret = secret();
            Redactor redactor = Redactor.of(List.of(secret, secret()));
            String text = "The value '" + encode.apply(secret) + "' is not valid.";
            assertThat(redactor.scrub(text)).as(text).isEqualTo("The value '(secret)' is not valid.");
            assertThat(redactor.finds(text)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void leavesNothingThatASecretBeginsWithBeforeACut(String name) {
        UnaryOperator<String> encode = BY_CHARACTER.get(name);
        for (int round = 0; round < ROUNDS; round++) {
            String secret = secret();
            Redactor redactor = Redactor.of(List.of(secret));
            for (int length = 8; length < secret.length(); length++) {
                String head = encode.apply(secret.substring(0, length));
                for (String cut : List.of("", "…", "…\" (cut)")) {
                    assertThat(redactor.scrub("got " + head + cut))
                            .as(head + cut)
                            .isEqualTo("got (secret)" + cut);
                }
            }
        }
    }

    @Test
    void whatEveryCredentialOfAKindBeginsWithIsNoSecret() {
        String jwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhY21lIn0x.c2lnbmF0dXJlLW9mLWl0";
        String pem = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7q8Zw2Yk5dT1x\n"
                + "u3Hn9sXv2Lq8Wz6Rk1Yb4Tc7Md0Pj5Ga3Ef\n-----END PRIVATE KEY-----\n";
        Redactor redactor = Redactor.of(List.of(jwt, pem, "sk_live_4eC39HqLyjWDarjtT1"));
        for (String text : List.of(
                "a JWT begins with eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
                "expected -----BEGIN PRIVATE KEY----- and MIIEvQIBADANBgkqhkiG9w0BAQEFAASC",
                "a key begins with sk_live_")) {
            assertThat(redactor.scrub(text)).isEqualTo(text);
        }
        assertThat(redactor.scrub(
                        "line u3Hn9sXv2Lq8Wz6Rk1Yb4Tc7Md0Pj5Ga3Ef; sk_live_4eC39HqL..., " + jwt.substring(0, 50)))
                .isEqualTo("line (secret); sk_live_(secret)..., eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.(secret)");
    }

    @Test
    void takesThePasswordOutOfEveryAddress() {
        assertThat(Redactor.none().scrub("to https://user:pass-word@sms.acme.example/x and http://a@b.example"))
                .isEqualTo("to https://user:(secret)@sms.acme.example/x and http://a@b.example");
        assertThat(Redactor.none().finds("https://user:pass-word@sms.acme.example"))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void leavesNothingOfALongPieceOfASecret(String name) {
        UnaryOperator<String> encode = BY_CHARACTER.get(name);
        for (int round = 0; round < ROUNDS; round++) {
            String secret = letters(24);
            int from = 1 + random.nextInt(7);
            String text = "see " + encode.apply(secret.substring(from, from + 16)) + " there";
            assertThat(Redactor.of(List.of(secret)).scrub(text)).as(text).isEqualTo("see (secret) there");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void leavesNothingOfASecretInsideBase64(int before) {
        for (int round = 0; round < ROUNDS; round++) {
            String secret = secret();
            Redactor redactor = Redactor.of(List.of(secret));
            byte[] bytes = ("kEy:q".substring(0, before) + secret + "|tail").getBytes(StandardCharsets.UTF_8);
            for (String encoded : List.of(
                    Base64.getEncoder().encodeToString(bytes),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                    Base64.getMimeEncoder(20, new byte[] {'\n'}).encodeToString(bytes))) {
                assertNothingLeft(redactor.scrub("Authorization: Basic " + encoded), secret);
                assertNothingLeft(redactor.scrubOwn("Authorization: Basic " + encoded), secret);
                assertThat(redactor.finds("x" + encoded)).isTrue();
                int whole = encoded.length();
                IntStream.range(0, whole)
                        .forEach(
                                cut -> assertNothingLeft(redactor.scrub("Basic " + encoded.substring(0, cut)), secret));
            }
        }
    }

    @Test
    void leavesNothingOfEncodingsWithinEncodings() {
        for (int round = 0; round < ROUNDS; round++) {
            String secret = secret();
            String inside = base64("{\"sub\":\"" + json(secret) + "\"}");
            for (String text :
                    List.of(json(base64(secret)), percent(base64(secret), "%%%02x"), "eyJhbGciOiJub25lIn0." + inside)) {
                assertNothingLeft(Redactor.of(List.of(secret)).scrub(text), secret);
            }
        }
    }

    /** The oracle: whatever base64 says from any place on, and the text itself, holds no eight characters that the secret begins with. */
    private static void assertNothingLeft(String scrubbed, String secret) {
        String head = bytes(secret.substring(0, Math.min(8, secret.length())));
        String joined = scrubbed.replace("\n", "").replace('-', '+').replace('_', '/');
        List<String> readings = new ArrayList<>(List.of(bytes(scrubbed)));
        for (String run : joined.split("[^A-Za-z0-9+/]+")) {
            for (int from = 0; from < Math.min(4, run.length()); from++) {
                String part = run.substring(from);
                part = part.length() % 4 == 1 ? part.substring(0, part.length() - 1) : part;
                readings.add(new String(Base64.getDecoder().decode(part), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(readings).as(scrubbed).noneMatch(reading -> reading.contains(head));
    }

    @Test
    void damagesNoLineOfOursWhateverWordIsASecret() {
        List<String> lines = List.of(
                "Outcome: refused; Auth0 did not change.",
                "acme.eu.auth0.com, connection sms (con_1), environment prod",
                "  ~ gateway_authentication.audience  (secret #12ab, 30 characters) -> (secret #34cd, 30 characters)",
                "Plan: 2 to add, 1 to change, 0 to remove, 0 conflicts. No live option is lost.",
                "formatVersion connectionId resetByAuth0 messagemedia-auth0.yaml gateway_url report.json");
        for (String line : lines) {
            for (String word : line.split("[^A-Za-z_.-]+")) {
                assertThat(Redactor.of(List.of(word)).scrubOwn(line)).as(word).isEqualTo(line);
            }
        }
    }

    @Test
    void leavesAForeignTextAloneThatHoldsNoSecret() {
        String text = "Payload validation error: 'Expected type string but found type \\u0022number\\u0022' on property"
                + " options.gateway_url (https://acme.eu.auth0.com/api/v2/?a=%2Fb&amp;c) of client aBcDeFgH1234567890.";
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(Redactor.of(List.of(secret(), secret())).scrub(text)).isEqualTo(text);
        }
    }

    private String secret() {
        int length = 12 + random.nextInt(40);
        StringBuilder secret = new StringBuilder(letters(8));
        while (secret.length() < length - 1) {
            secret.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return secret.append('Z').toString();
    }

    private String letters(int length) {
        StringBuilder text = new StringBuilder("k7");
        while (text.length() < length) {
            text.append(SIGNS.charAt(random.nextInt(55)));
        }
        return text.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
    }

    private static String codes(String text, String format) {
        StringBuilder codes = new StringBuilder();
        text.chars().forEach(character -> codes.append(String.format(Locale.ROOT, format, character)));
        return codes.toString();
    }

    private static String percent(String text, String format) {
        StringBuilder codes = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            codes.append(String.format(Locale.ROOT, format, one & 0xFF));
        }
        return codes.toString();
    }

    private static String lowerForm(String text) {
        StringBuilder form = new StringBuilder();
        for (String part : URLEncoder.encode(text, StandardCharsets.UTF_8).split("(?=%)|(?<=%..)")) {
            form.append(part.startsWith("%") ? part.toLowerCase(Locale.ROOT) : part);
        }
        return form.toString();
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("+", "&#x2b;");
    }
}

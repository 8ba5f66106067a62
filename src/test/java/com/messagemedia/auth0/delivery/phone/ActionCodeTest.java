package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.javascript.ActionRuntime;
import com.messagemedia.auth0.javascript.ActionScript;
import com.messagemedia.auth0.javascript.Fetch;
import com.messagemedia.auth0.model.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The text of the Action's code. Formatter and linter of JavaScript need npm, which this build does not have: the rules
 * that a test can check without them are here.
 */
class ActionCodeTest {

    private static final Path SOURCE = Path.of("src/main/resources/com/messagemedia/auth0/delivery/phone/action.js");

    private static ActionCode code(Map<String, String> senders) {
        return new ActionCode("eu.app.api.sinch.com", Optional.of("+61491570156"), senders, Duration.ofMinutes(3));
    }

    @Test
    void settingsBecomeConstantsTheLongestPrefixFirst() {
        Map<String, String> senders = new LinkedHashMap<>();
        senders.put("+61", "+61491570157");
        senders.put("+44", "Acme");
        senders.put("+4479", "O'Neil");
        assertThat(code(senders).render()).contains("""
                const HOST = 'eu.app.api.sinch.com';
                const SENDERS = [
                  ['+4479', 'O\\u0027Neil'],
                  ['+44', 'Acme'],
                  ['+61', '+61491570157'],
                  ['+', '+61491570156'],
                ];
                const EXPIRY_SECONDS = 180;
                """);
    }

    @Test
    void sameSettingsGiveTheSameText() {
        Map<String, String> one = new LinkedHashMap<>();
        Map<String, String> other = new LinkedHashMap<>();
        List.of("+1", "+44", "+61", "+4479").forEach(prefix -> one.put(prefix, "Acme"));
        List.of("+4479", "+61", "+44", "+1").forEach(prefix -> other.put(prefix, "Acme"));
        assertThat(code(one).render()).isEqualTo(code(other).render());
    }

    @Test
    void withoutAnySenderTheListIsEmpty() {
        ActionCode code = new ActionCode("api.messagemedia.com", Optional.empty(), Map.of(), Duration.ofSeconds(300));
        assertThat(code.render()).isEqualTo(read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'];throw 1;//",
                "\\",
                "\\'",
                "a\nb\r\u2028\u2029",
                "</script><!--",
                "${HOST}`",
                "$1\\u0027",
                "é😀\u0000\u007f",
                "const SENDERS = [];",
                "*/ /*"
            })
    void anyTextIsSafeInASetting(String sender) {
        String rendered = code(Map.of("+61", sender)).render();
        ActionScript script =
                new ActionScript(rendered, ActionCode.HANDLER, PhoneEvents.CODE, PhoneEvents.SECRETS, PhoneEvents.NOW);
        assertThat(ActionRuntime.run(script, request -> Fetch.Reply.json(202, "{}"))
                        .requests())
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("\"source_number\":" + quoted(sender) + ","));
        assertThat(rendered.lines().count()).isEqualTo(read().lines().count() + 3);
        assertThat(rendered).matches("[\\n\\x20-\\x7e]*");
    }

    private static String quoted(String text) {
        return Json.write(Value.of(text)).replace("\\u2028", "\u2028").replace("\\u2029", "\u2029");
    }

    /** An Action that somebody changed by hand, or an older plugin wrote, is known by its revision. */
    @Test
    void changedCodeHasANewRevision() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(read().getBytes(StandardCharsets.UTF_8));
        assertThat(read()).contains("const REVISION = " + ActionCode.REVISION + ";");
        assertThat(ActionCode.REVISION + " " + HexFormat.of().formatHex(digest, 0, 8))
                .as("If the code has changed since the last release, raise REVISION in action.js and ActionCode")
                .isEqualTo("1 6761a58ba24b1d90");
    }

    @Test
    void codeIsShortAndFormatted() {
        assertThat(read().lines()).hasSizeLessThan(150).allSatisfy(line -> {
            assertThat(line).hasSizeLessThanOrEqualTo(120).doesNotContain("\t").doesNotEndWith(" ");
            assertThat((line.length() - line.stripLeading().length()) % 2).isZero();
        });
        assertThat(read())
                .startsWith("'use strict';\n")
                .endsWith("};\n")
                .doesNotContain("\n\n\n")
                .doesNotContain("\r");
    }

    @Test
    void codeKeepsToTheSafePartOfTheLanguage() {
        String code = read().replaceAll("(?m)^ *//.*$", "");
        assertThat(code).doesNotContainPattern("\\b(var|let|eval|Function|require|debugger|TODO)\\b");
        assertThat(code).doesNotContainPattern("[^=!]==[^=]|!=[^=]");
        assertThat(code.lines().filter(line -> line.matches(".*[^,{(\\[:?]$") && !line.matches(".*[;}]$")))
                .as("lines that end without a semicolon")
                .allMatch(line -> line.matches(".*(\\|\\||&&)$"));
    }

    @Test
    void everyConstantIsUsed() {
        Matcher constant = Pattern.compile("const \\[?,? ?([A-Za-z_]+)").matcher(read());
        assertThat(constant.results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Pattern.compile("\\b" + name + "\\b")
                                .matcher(read())
                                .results())
                        .as(name)
                        .hasSizeGreaterThan(1));
    }

    private static String read() {
        try {
            return Files.readString(SOURCE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

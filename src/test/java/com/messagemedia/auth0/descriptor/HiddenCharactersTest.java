package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.yaml.HiddenCharacter;
import com.messagemedia.auth0.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A descriptor is read as its reviewer sees it: no line, order or letter is there for the plugin alone. */
final class HiddenCharactersTest {

    private static final String HEAD = "version: 1\ntenant: {domain: sandbox}\n";

    @TempDir
    private Path folder;

    private List<Diagnostic> found(String yaml) throws IOException {
        return Readers.of(new Surroundings())
                .validate(Files.writeString(folder.resolve("d.yaml"), yaml), Optional.empty())
                .diagnostics();
    }

    private List<String> headlines(String yaml) throws IOException {
        return found(yaml).stream().map(Diagnostic::headline).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "202A, DIRECTION",
        "202E, DIRECTION",
        "2066, DIRECTION",
        "2069, DIRECTION",
        "206A, INVISIBLE",
        "FDFF, ",
        "FE00, BLANK",
        "FE0F, BLANK",
        "FE10, ",
        "E0000, INVISIBLE",
        "E00FF, INVISIBLE",
        "E0100, BLANK",
        "E01EF, BLANK",
        "E01F0, INVISIBLE",
        "E0FFF, INVISIBLE",
        "E1000, ",
        "0009, ",
        "0020, ",
        "007E, ",
        "007F, INVISIBLE",
    })
    void areToldApartAtTheEdgesOfTheirRanges(String code, HiddenCharacter kind) {
        assertThat(HiddenCharacter.of(Integer.parseInt(code, 16))).isEqualTo(Optional.ofNullable(kind));
    }

    /** The comment is one harmless line in every code review. */
    @ParameterizedTest
    @CsvSource({
        "2028, LINE SEPARATOR",
        "2029, PARAGRAPH SEPARATOR",
        "0085, NEXT LINE (NEL)",
        "000D, CARRIAGE RETURN (CR)"
    })
    void aCommentCannotSetAnything(String code, String name) throws IOException {
        String hidden = Character.toString(Integer.parseInt(code, 16));
        String yaml = HEAD + "options: {name: SMS}\n# see the guide" + hidden + "messageMedia:" + hidden
                + "  allowGateway: evil.example\n";

        assertThat(headlines(yaml))
                .containsExactly(
                        "d.yaml:4:16: the character U+" + code + " " + name
                                + " ends a line for YAML but not for every editor",
                        "d.yaml:4:30: the character U+" + code + " " + name
                                + " ends a line for YAML but not for every editor");
    }

    @ParameterizedTest
    @CsvSource({
        "2028, ends a line for YAML but not for every editor",
        "202E, makes an editor show the text in a different order than the file has",
        "2066, makes an editor show the text in a different order than the file has",
        "200E, makes an editor show the text in a different order than the file has",
        "200B, is invisible",
        "2060, is invisible",
        "FEFF, is invisible",
        "00AD, is invisible",
        "3164, is invisible",
        "E0061, is invisible",
        "0000, is invisible",
        "007F, is invisible",
    })
    void isRefusedInCommentsKeysAndValues(String code, String effect) throws IOException {
        int codePoint = Integer.parseInt(code, 16);
        String hidden = Character.toString(codePoint);
        String yaml = HEAD + "options: # a" + hidden + "b\n  te" + hidden + "mplate: \"@@password@@" + hidden + "\"\n";
        String problem = "the character " + HiddenCharacter.name(codePoint) + " " + effect;

        assertThat(headlines(yaml))
                .containsExactly("d.yaml:3:13: " + problem, "d.yaml:4:5: " + problem, "d.yaml:4:27: " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"200C", "200D"})
    void joinersBelongToMessagesAlone(String code) throws IOException {
        int codePoint = Integer.parseInt(code, 16);
        String joiner = Character.toString(codePoint);
        String prose =
                "  template: \"@@password@@ \u0645\u06CC" + joiner + "\u062E\u0648\"\n  name: a" + joiner + "b\n";
        String problem = "the character " + HiddenCharacter.name(codePoint) + " is invisible";

        assertThat(headlines(HEAD + "options:\n" + prose)).isEmpty();
        assertThat(headlines(HEAD + "options:\n" + prose + "environments:\n  dev:\n    options:\n" + prose.indent(4)))
                .isEmpty();
        assertThat(headlines(
                        HEAD + "options:\n" + prose + "owner: a # " + joiner + "\nconnection: s" + joiner + "ms\n"))
                .contains("d.yaml:6:12: " + problem, "d.yaml:7:14: " + problem);
    }

    @Test
    void blanksThatAreNoSpacesBelongToMessagesAndComments() throws IOException {
        String blank = "\u00A0";
        String options = "options: # l'\u00E9t\u00E9" + blank + "!\n  template: \"Code" + blank
                + ": @@password@@ \u2764\uFE0F\"\n";
        String problem =
                "the character U+00A0 NO-BREAK SPACE looks like a space or is invisible, but is part of the text";

        assertThat(headlines(HEAD + options)).isEmpty();
        assertThat(headlines(HEAD + options + "enabledClients: [abc" + blank + "]\n"))
                .containsExactly(
                        "d.yaml:5:18: enabledClients holds the character U+00A0 NO-BREAK SPACE, which no key, id, secret"
                                + " or token has",
                        "d.yaml:5:21: " + problem);
        assertThat(headlines(HEAD + options + "  te" + blank + "mplate: x\n")).contains("d.yaml:5:5: " + problem);
    }

    @Test
    void aBlankWhereYamlWantsASpaceIsNamed() throws IOException {
        assertThat(Rendered.of(found(HEAD + "connection:\u00A0sms\n"))).isEqualTo("""
                d.yaml:3:1: this line contains U+00A0 NO-BREAK SPACE, which is not a space in YAML
                  3 | ***************
                    | ^
                  Replace it with a plain space.
                """);
    }

    @Test
    void anEscapeThatEverybodySeesIsTaken() throws IOException {
        String yaml = HEAD + "options: {template: \"@@password@@\\u2028\\u200B\\U000E0061\\u202E\", totp: {}}\n";

        assertThat(found(yaml)).isEmpty();
        Descriptor read = Readers.of(new Surroundings()).readText(Path.of("d.yaml"), yaml);
        assertThat(read.desired().root().members().get("template"))
                .isEqualTo(Value.of("@@password@@\u2028\u200B" + Character.toString(0xE0061) + "\u202E"));
    }

    @Test
    void aFileAsWindowsWritesItIsTaken() throws IOException {
        assertThat(found("\uFEFF" + (HEAD + "options: {name: SMS}\n").replace("\n", "\r\n")))
                .isEmpty();
    }

    @Test
    void theRemedyTellsHowToWriteIt() throws IOException {
        assertThat(found("# \u2028").get(0).remedy())
                .isEqualTo("Delete it, or write \\u2028 within double quotes where a text needs it.");
        assertThat(found("# \r#").get(0).remedy()).isEqualTo("Save the file with LF or CRLF at the end of each line.");
        assertThat(found("# \u0007").get(0).remedy()).isEqualTo("Delete it.");
    }

    @Test
    void aFileFullOfThemIsToldInTwentyLines() throws IOException {
        List<Diagnostic> found = found("#" + "\u200B".repeat(300_000));

        assertThat(found).hasSize(20);
        assertThat(found.get(19).remedy())
                .isEqualTo("Delete it, and look for more such characters: only the first 20 are listed.");
    }

    /** A secret behind a line break that only YAML sees stands in a line whose only visible key is harmless. */
    @ParameterizedTest
    @ValueSource(strings = {"\u2028", "\u2029", "\u0085", "\r"})
    void theLineShownHidesItsSecrets(String hidden) throws IOException {
        String yaml =
                HEAD + "connection: sms" + hidden + "messageMedia: {" + hidden + "apiKey:" + hidden + "hunter2}\n";

        assertThat(Rendered.of(found(yaml))).contains("connection: sms").doesNotContain("hunter2");
    }

    /** Unicode's own property, as Java's regular expressions know it. */
    @Test
    void noCharacterThatUnicodeCallsFormatOrControlIsOverlooked() {
        Pattern unseen = Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Zl}\\p{Zp}\\p{Zs}]");
        List<String> overlooked = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(codePoint ->
                        unseen.matcher(Character.toString(codePoint)).matches())
                .filter(codePoint -> HiddenCharacter.of(codePoint).isEmpty())
                .mapToObj(HiddenCharacter::name)
                .toList();

        assertThat(overlooked)
                .containsExactly(
                        "U+0009 CHARACTER TABULATION",
                        "U+000A LINE FEED (LF)",
                        "U+0020 SPACE",
                        "U+0600 ARABIC NUMBER SIGN",
                        "U+0601 ARABIC SIGN SANAH",
                        "U+0602 ARABIC FOOTNOTE MARKER",
                        "U+0603 ARABIC SIGN SAFHA",
                        "U+0604 ARABIC SIGN SAMVAT",
                        "U+0605 ARABIC NUMBER MARK ABOVE",
                        "U+06DD ARABIC END OF AYAH",
                        "U+070F SYRIAC ABBREVIATION MARK",
                        "U+08E2 ARABIC DISPUTED END OF AYAH",
                        "U+110BD KAITHI NUMBER SIGN",
                        "U+110CD KAITHI NUMBER SIGN ABOVE");
    }

    /** The lines that export writes hold none, so that what it writes can be read again. */
    @Test
    void whatIsExportedHidesNothing() {
        String all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(codePoint -> HiddenCharacter.of(codePoint).isPresent())
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(YamlText.member("a\u200Bb", Value.of(all)))
                .singleElement()
                .satisfies(line -> assertThat(line.codePoints())
                        .noneMatch(seen -> HiddenCharacter.of(seen).isPresent()));
    }
}

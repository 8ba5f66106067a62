package com.messagemedia.auth0.yaml;

import com.messagemedia.auth0.yaml.SourceText.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Describes what SnakeYAML could not read. SnakeYAML's own messages may quote the document, so they are not used.
 * Well-known mistakes in the line come first, because they often cause the parser's error.
 */
record SyntaxFault(List<String> lines, MarkedYAMLException cause) {

    private static final Pattern LIQUID = Pattern.compile("(?:^|[:-])\\s*\\{\\{");
    private static final Pattern AT = Pattern.compile("(?:^|[:-])\\s+@");
    private static final Pattern FLOW_REFERENCE = Pattern.compile("[\\[{][^\"']*\\$\\{");
    private static final Pattern TAB = Pattern.compile("^ *\t");
    /** Errors that the parser notices late: messages show the place where the construct begins. */
    private static final Pattern LATE = Pattern.compile("found unexpected end of stream|could not find expected ':'");

    /** Only the first 1,000 characters of a line are searched for a trap: the patterns stay fast on a hostile line. */
    private static final int LONGEST = 1000;

    private static final String QUOTE = "Put the value in quotes";

    /** One well-known mistake: whether the line has it, and its message. */
    private record Trap(boolean applies, String problem, String remedy) {}

    /** The place of the mistake; empty if the parser gives none. */
    Optional<Mark> mark() {
        Optional<Mark> noticed = Optional.ofNullable(cause.getProblemMark());
        Optional<Mark> began = Optional.ofNullable(cause.getContextMark());
        return LATE.matcher(said()).find() ? began.or(() -> noticed) : noticed.or(() -> began);
    }

    private String line() {
        return mark().map(Mark::getLine)
                .filter(number -> number < lines.size())
                .map(lines::get)
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST)))
                .orElse("");
    }

    private String said() {
        return Optional.ofNullable(cause.getProblem()).orElse("");
    }

    Statement statement() {
        return Stream.concat(ofLine(), ofParser())
                .filter(Trap::applies)
                .findFirst()
                .map(trap -> new Statement("", trap.problem(), trap.remedy()))
                .orElseThrow();
    }

    private Stream<Trap> ofLine() {
        String line = line();
        Optional<Integer> blank = line.codePoints()
                .boxed()
                .filter(codePoint -> HiddenCharacter.of(codePoint)
                        .filter(HiddenCharacter.BLANK::equals)
                        .isPresent())
                .findFirst();
        return Stream.of(
                new Trap(
                        blank.isPresent(),
                        "this line contains " + blank.map(HiddenCharacter::name).orElse("")
                                + ", which is not a space in YAML",
                        "Replace it with a plain space."),
                new Trap(
                        TAB.matcher(line).find(),
                        "a tab indents this line; YAML does not allow tabs there",
                        "Indent with spaces."),
                new Trap(
                        AT.matcher(line).find(),
                        "a value without quotes cannot begin with @",
                        QUOTE + ", such as template: \"@@password@@ is your code\"."),
                new Trap(
                        LIQUID.matcher(line).find(),
                        "a value without quotes cannot begin with {{, which opens an object in YAML",
                        QUOTE + ", such as template: \"{{ code }} is your code\"."),
                new Trap(
                        FLOW_REFERENCE.matcher(line).find(),
                        "a reference within { } or [ ] needs quotes",
                        "Write it in quotes, such as {clientId: \"${env.AUTH0_CLIENT_ID}\"}."));
    }

    private Stream<Trap> ofParser() {
        return Stream.of(
                trap(
                        "mapping values are not allowed",
                        "a second key is where a value is expected",
                        "Give the keys of one object the same indentation, and put a value that holds a colon in quotes."),
                trap(
                        "undefined alias",
                        "a value that begins with * refers to an anchor, and no anchor has that name",
                        QUOTE + " if the star belongs to it."),
                new Trap(
                        "while scanning an alias".equals(cause.getContext()),
                        "a value without quotes cannot begin with *",
                        QUOTE + ", such as \"*\"."),
                trap("found unexpected end of stream", "a quote is opened and never closed", "Close the quote."),
                trap(
                        "could not find expected ':'",
                        "a colon is missing after a key",
                        "Write key: value, with a space after the colon."),
                trap(
                        "block end",
                        "this line has a different indentation than its neighbours, or extra text follows a value",
                        "Give the keys of one object the same indentation, and put a value that holds special characters in quotes."),
                trap("expected ',' or", "a bracket or brace is not closed, or a comma is missing", "Close it."),
                trap("cannot start any token", "a value without quotes cannot begin with this character", QUOTE + "."),
                new Trap(
                        true,
                        "is not valid YAML here",
                        "Check the indentation, quotes and brackets of this line and the one before."));
    }

    private Trap trap(String sign, String problem, String remedy) {
        return new Trap(said().contains(sign), problem, remedy);
    }
}

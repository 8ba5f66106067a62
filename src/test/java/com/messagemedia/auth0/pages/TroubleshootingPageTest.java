package com.messagemedia.auth0.pages;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/TROUBLESHOOTING.md has a row for each message of the code, under its topic. */
class TroubleshootingPageTest {

    private static final Pattern SENTENCE = Pattern.compile("^[^:]+:\\d+:\\d+: (?:warning: )?(.*)$");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** The topic of a package's messages: its mark on the page. */
    private static final Map<String, String> TOPICS = topics();

    private static Map<String, String> topics() {
        Map<String, String> topics = new LinkedHashMap<>();
        topic(topics, "file", "descriptor", "schema", "yaml", "sms", "model");
        topic(topics, "build", "fleet", "maven", "store", "report");
        topic(topics, "auth0", "auth0", "http");
        topic(topics, "apply", "plan", "apply", "merge", "delivery");
        topic(topics, "gateway", "delivery.gateway");
        topic(topics, "phone-provider", "delivery.phone", "javascript");
        topic(topics, "messagemedia", "messagemedia", "testmessage");
        topic(topics, "doctor", "doctor");
        topic(topics, "rollback", "rollback");
        topic(topics, "export", "export");
        topic(topics, "sandbox", "sandbox");
        return topics;
    }

    private static void topic(Map<String, String> topics, String topic, String... packages) {
        for (String home : packages) {
            topics.put(home, topic);
        }
    }

    private static Map<String, Map<String, String>> byTopic() throws IOException {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        MessageScan.messages(Path.of("src", "main", "java")).forEach(message -> {
            assertThat(TOPICS).as("the topic of the package " + message.home()).containsKey(message.home());
            rows.computeIfAbsent(TOPICS.get(message.home()), topic -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
                    .merge(message.problem(), message.remedy(), (one, other) -> one.isEmpty() ? other : one);
        });
        return rows;
    }

    @Test
    void eachMessageOfTheCodeHasItsRow() throws IOException {
        for (Map.Entry<String, Map<String, String>> topic : byTopic().entrySet()) {
            String rows = topic.getValue().entrySet().stream()
                    .map(row -> "| `" + code(row.getKey()) + "` | "
                            + (row.getValue().isEmpty() ? "the message says it" : cell(row.getValue())) + " |\n")
                    .collect(joining());
            new GeneratedPart(
                            Path.of("docs", "TROUBLESHOOTING.md"),
                            "<!-- generated: " + topic.getKey() + " -->\n",
                            "<!-- end -->\n")
                    .holds("| message | what to do |\n|---|---|\n" + rows, TroubleshootingPageTest.class);
        }
    }

    private static String code(String text) {
        return text.replace("\n", " ").replace("|", "\\|").replace("`", "'");
    }

    private static String cell(String text) {
        return code(text)
                .replaceAll(
                        "(\\$\\{[^}]*}|@@\\w+@@|\\{\\{ \\w+ }}|-D\\w+(?:\\.\\w+)*(?:=[\\w.,<>-]*[\\w>])?|<[^>]+>)",
                        "`$1`");
    }

    /** What the cases of the descriptor's checks print, sentence by sentence, is found on the page. */
    @Test
    void eachMessageThatTheDescriptorsCasesPrintIsFound() throws IOException {
        List<Pattern> known = Files.readAllLines(Path.of("docs", "TROUBLESHOOTING.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line ->
                        CODE.matcher(line.substring(0, line.indexOf("` |") + 1)).results())
                .map(message -> pattern(message.group(1)))
                .toList();
        List<String> printed;
        try (Stream<Path> cases = Files.list(Path.of("src", "test", "resources", "descriptor"))) {
            printed = cases.filter(file -> file.toString().endsWith(".txt"))
                    .flatMap(file -> lines(file).map(SENTENCE::matcher))
                    .filter(line -> line.matches())
                    .map(line -> code(line.group(1)))
                    .distinct()
                    .toList();
        }
        assertThat(printed)
                .hasSizeGreaterThan(100)
                .allSatisfy(sentence -> assertThat(known)
                        .as(sentence)
                        .anyMatch(message -> message.matcher(sentence).find()));
    }

    private static Pattern pattern(String message) {
        return Pattern.compile(Stream.of(message.split(Pattern.quote(MessageScan.OPEN), -1))
                .map(Pattern::quote)
                .collect(joining(".+")));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

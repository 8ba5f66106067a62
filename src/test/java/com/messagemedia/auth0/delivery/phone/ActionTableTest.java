package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.javascript.ActionRun;
import com.messagemedia.auth0.javascript.ActionRun.Outcome;
import com.messagemedia.auth0.javascript.ActionRuntime;
import com.messagemedia.auth0.javascript.Fetch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/ACTION.md tells the truth: each row of its table is run in a JavaScript engine. */
class ActionTableTest {

    private static final Pattern ROW =
            Pattern.compile("\\| (a (?:code|notice|message).*?) \\| (.+?) \\| (done|drop|retry) \\| (.+?) \\|");
    private static final Pattern ANSWER =
            Pattern.compile("`([0-9]{3}) (.+?)`(?: after ([0-9]+) s)?(?: to `(.+)`)?( with a body that hangs)?");
    private static final Pattern FAILURE = Pattern.compile("failure `([A-Z_]+)`");

    private static final Map<String, Outcome> OUTCOMES =
            Map.of("done", Outcome.DONE, "drop", Outcome.DROPPED, "retry", Outcome.RETRY);

    /** A row of the table. */
    record Row(String message, String answer, String result, String log) {}

    static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("docs/ACTION.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4)))
                .toList();
    }

    private static ActionRun run(Row row) {
        return ActionRuntime.run(
                PhoneEvents.script(event(row.message()), secrets(row.message())), answer(row.answer()));
    }

    private static String event(String message) {
        if (message.equals("a message without a notification")) {
            return "{}";
        }
        String event = message.startsWith("a code") ? PhoneEvents.CODE : PhoneEvents.NOTICE;
        Matcher recipient = Pattern.compile(" to `(.+)`").matcher(message);
        event = recipient.find() ? event.replace(PhoneEvents.RECIPIENT, recipient.group(1)) : event;
        return message.endsWith(", by voice") ? event.replace(":\"text\"", ":\"voice\"") : event;
    }

    private static Map<String, String> secrets(String message) {
        if (message.endsWith(" without both secrets")) {
            return Map.of();
        }
        Map<String, String> secrets = new HashMap<>(PhoneEvents.SECRETS);
        Matcher missing = Pattern.compile(" without `(.+)`").matcher(message);
        if (missing.find()) {
            assertThat(secrets.remove(missing.group(1))).isNotNull();
        }
        return secrets;
    }

    private static Fetch answer(String answer) {
        Matcher failure = FAILURE.matcher(answer);
        if (failure.matches()) {
            return request -> new Fetch.Failure(failure.group(1));
        }
        if (answer.equals("none")) {
            return request -> new Fetch.Silence();
        }
        return request -> reply(answer);
    }

    private static Fetch.Reply reply(String answer) {
        Matcher parts = ANSWER.matcher(answer);
        assertThat(parts.matches()).as(answer).isTrue();
        return new Fetch.Reply(
                Integer.parseInt(parts.group(1)),
                parts.group(4) == null ? Map.of() : Map.of("location", parts.group(4)),
                parts.group(2),
                Duration.ofSeconds(parts.group(3) == null ? 0 : Long.parseLong(parts.group(3))),
                Duration.ofHours(parts.group(5) == null ? 0 : 1));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void actionDoesWhatTheTableSays(Row row) {
        ActionRun run = run(row);

        assertThat(run.outcome()).isEqualTo(OUTCOMES.get(row.result()));
        assertThat(Stream.concat(Stream.of(run.reason()), run.console().stream())
                        .filter(text -> !text.isEmpty()))
                .containsExactly(row.log());
        assertThat(run.requests())
                .hasSize(row.answer().equals("no request") ? 0 : 1)
                .allSatisfy(
                        request -> assertThat(request).hasToString("POST https://api.messagemedia.com/v1/messages"));
        assertThat(run.reason() + run.console()).doesNotContain(PhoneEvents.PRIVATE);
    }

    /** A regular expression that no longer fits the page would run nothing. */
    @Test
    void everyRowOfTheTableIsRun() throws IOException {
        long written = Files.readAllLines(Path.of("docs/ACTION.md")).stream()
                .filter(line -> line.startsWith("| a "))
                .count();
        assertThat(rows()).hasSize((int) written).hasSizeGreaterThan(40);
    }
}

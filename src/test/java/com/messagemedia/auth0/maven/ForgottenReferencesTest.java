package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;

/** A value that came from the environment stays hidden once the descriptor no longer names it. */
class ForgottenReferencesTest extends GoalTest {

    private static final String VALUE = "words-of-the-environment";

    private void applied(ApplyMojo apply) {
        build().descriptor(SANDBOX + "options: {template: \"@@password@@ ${env.SMS_TEXT}\", name: plain}\n")
                .environment("SMS_TEXT", VALUE);
        run(apply);
        run(apply);
        assertThat(logged()).last().asString().startsWith("INFO Outcome: nothing to do");
    }

    @Test
    void isHiddenInPlanLogAndBackup(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "plan") PlanMojo plan) throws IOException {
        applied(apply);
        build().descriptor(SANDBOX);
        run(plan);
        assertThat(logged())
                .anyMatch(
                        line -> line.matches("INFO   - template +\\(value #[0-9a-f]{4}, 37 characters\\)   no longer in"
                                + " the descriptor"))
                .anyMatch(line -> line.matches("INFO   - name +plain   no longer in the descriptor"));
        run(apply);
        assertThat(String.join("\n", logged())).doesNotContain(VALUE);
        assertThat(written()).isNotEmpty().noneMatch(text -> text.contains(VALUE));
    }

    @Test
    void isHiddenWhereTheDescriptorSaysItInAnotherWay(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "plan") PlanMojo plan) throws IOException {
        applied(apply);
        build().descriptor(SANDBOX + "options: {template: \"@@password@@ in clear\", name: plain}\n");
        run(plan);
        assertThat(logged())
                .anyMatch(line -> line.matches(
                        "INFO   ~ template +\\(value #[0-9a-f]{4}, 37 characters\\) -> \"@@password@@ in clear\""));
        assertThat(written()).noneMatch(text -> text.contains(VALUE));
    }

    @Test
    void isHiddenWhereTheRecordCannotBeRead(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "plan") PlanMojo plan) throws IOException {
        applied(apply);
        Path state = folder.resolve("target/messagemedia/sandbox.json");
        String text = Files.readString(state);
        assertThat(text).contains("\"2.");
        Files.writeString(state, text.replace("\"2.", "\"2.x"));
        build().descriptor(SANDBOX + "options: {template: \"@@password@@ in clear\"}\n");
        assertThat(failure(plan)).doesNotContain(VALUE);
        assertThat(logged())
                .anyMatch(line -> line.matches("INFO   ! template +live \\(value #[0-9a-f]{4}, 37 characters\\),"
                        + " descriptor \"@@password@@ in clear\""));
        assertThat(String.join("\n", logged())).doesNotContain(VALUE);
    }

    /** What the goals wrote, but for the tenant itself. */
    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("target"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("sandbox.json"))
                    .map(ForgottenReferencesTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

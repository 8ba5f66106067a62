package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(text).contains("\"3.");
        Files.writeString(state, text.replace("\"3.", "\"3.x"));
        build().descriptor(SANDBOX + "options: {template: \"@@password@@ in clear\"}\n");
        assertThat(failure(plan)).doesNotContain(VALUE);
        assertThat(logged())
                .anyMatch(line -> line.matches("INFO   ! template +live \\(value #[0-9a-f]{4}, 37 characters\\),"
                        + " descriptor \"@@password@@ in clear\""));
        assertThat(String.join("\n", logged())).doesNotContain(VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "state: file\n"})
    void isNoValueOfAnExportedDescriptor(
            String state, @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "export") ExportMojo export)
            throws IllegalAccessException {
        build().descriptor(SANDBOX.replace("\"+61491570156\"", "${env.SENDER}")
                        + state
                        + "options: {template: \"@@password@@ ${env.SMS_TEXT}\", name: \"${env.SMS_TEXT}\","
                        + " disable_signup: \"${env.CLOSED}\", totp: {length: \"${env.DIGITS}\"}}\n")
                .environment("SMS_TEXT", VALUE)
                .environment("SENDER", "+61491570110")
                .environment("CLOSED", "true")
                .environment("DIGITS", "7");
        run(apply);
        MojoExtension.setVariableValueToObject(export, "domain", "sandbox");
        MojoExtension.setVariableValueToObject(export, "overwrite", true);
        run(export);
        assertThat(folder.resolve("messagemedia-auth0.yaml"))
                .content()
                .contains(
                        "  from: ${env.MESSAGEMEDIA_FROM}\n",
                        "template: ${env.TEMPLATE}\n",
                        "name: ${env.NAME}\n",
                        "disable_signup: ${env.DISABLE_SIGNUP}\n",
                        "length: ${env.TOTP_LENGTH}\n",
                        "time_step: ")
                .doesNotContain(VALUE, "+61491570110", "length: 7", "disable_signup: true");
        assertThat(logged())
                .anyMatch(line -> line.startsWith("INFO   Set these environment variables to the values in Auth0:")
                        && line.contains("MESSAGEMEDIA_FROM")
                        && line.contains("TEMPLATE"))
                .noneMatch(line -> line.contains(VALUE));
    }

    @Test
    void isTakenOutOfWhatAuth0Answers(@InjectMojo(goal = "apply") ApplyMojo apply) {
        AtomicBoolean quoting = new AtomicBoolean();
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory().withFilters(List.of(quoting(quoting))))) {
            String tenant = SANDBOX.replace(
                    "domain: sandbox\n",
                    "domain: " + sandbox.address()
                            + "\n  clientId: sandbox-client-id\n  clientSecret: sandbox-client-secret-published\n");
            build().descriptor(tenant + "options: {template: \"@@password@@ ${env.SMS_TEXT}\"}\n")
                    .environment("SMS_TEXT", VALUE);
            run(apply);
            quoting.set(true);
            build().descriptor(tenant + "options: {template: \"@@password@@ in clear\"}\n");
            assertThat(failure(apply)).contains("The text ").doesNotContain(VALUE);
            assertThat(String.join("\n", logged())).doesNotContain(VALUE);
        }
    }

    /** Refuses every PATCH once it is told to, and quotes the text that it holds. */
    private static Filter quoting(AtomicBoolean quoting) {
        return new Filter() {
            @Override
            public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
                if (!quoting.get() || !exchange.getRequestMethod().equals("PATCH")) {
                    chain.doFilter(exchange);
                    return;
                }
                byte[] body = ("{\"statusCode\":400,\"error\":\"Bad Request\",\"message\":\"The text '@@password@@ "
                                + VALUE + "' is in use.\"}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(400, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            }

            @Override
            public String description() {
                return "quotes what it holds";
            }
        };
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

package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.testing.JUnitXml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a goal leaves in {@code target/messagemedia/report.json}. */
class ReportOfRunsTest extends GoalTest {

    private String report() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return folder.resolve("target/messagemedia/report.json");
    }

    private List<String> outcomes() {
        return report().lines()
                .filter(line -> line.contains("\"outcome\""))
                .map(line -> line.replaceAll(".*: \"(.*)\",", "$1"))
                .toList();
    }

    @AfterEach
    void noSecretIsInTheReport() {
        if (Files.isRegularFile(file())) {
            assertThat(report()).doesNotContain(SECRETS);
        }
    }

    /** The same runs for build servers. */
    @AfterEach
    void junitReportIsValidAndHoldsNoSecret() throws Exception {
        Path xml = file().resolveSibling("TEST-messagemedia.xml");
        if (Files.isRegularFile(file())) {
            JUnitXml.requireValid(Files.readString(xml));
            assertThat(Files.readString(xml)).doesNotContain(SECRETS).doesNotContain("k-hunter2-hunter3");
        }
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "environment", value = "prod")
    void buildServersSeeTheEnvironmentThatFailedBeforeItsPlan(PlanMojo plan) throws IOException {
        build().descriptor(SANDBOX + "environments: {prod: {connection: other}}\n");
        failure(plan);
        assertThat(Files.readString(file().resolveSibling("TEST-messagemedia.xml")))
                .contains(
                        "<testsuite name=\"messagemedia:plan\" tests=\"1\" failures=\"1\"",
                        "<testcase classname=\"messagemedia.plan\" name=\"prod\" time=\"0\">");
    }

    @Test
    @InjectMojo(goal = "plan")
    void planTellsWhatIsPending(PlanMojo plan) {
        build().descriptor(SANDBOX);
        run(plan);
        assertThat(report().replaceAll("maven-plugin/[^\"]*", "maven-plugin/VERSION"))
                .isEqualTo("""
                        {
                          "formatVersion": 1,
                          "plugin": "messagemedia-maven-plugin/VERSION",
                          "build": "2026-11-24T05:00:00Z",
                          "runs": [
                            {
                              "goal": "plan",
                              "execution": "default-cli",
                              "descriptor": "messagemedia-auth0.yaml",
                              "outcome": "pending",
                              "message": "Plan: 7 to add, 1 to change, 2 to remove, 0 conflicts. 2 options are removed, as listed; no other option is lost.",
                              "tenant": "sandbox",
                              "connection": "sms",
                              "connectionId": "con_SandboxSms000000",
                              "environment": "",
                              "plan": {
                                "add": 7,
                                "change": 1,
                                "remove": 2,
                                "conflicts": 0,
                                "kept": 10,
                                "unmanaged": 10,
                                "unmanagedGone": 0,
                                "record": "adopt",
                                "applicable": true,
                                "changes": {
                                  "from": "change",
                                  "gateway_authentication.audience": "add",
                                  "gateway_authentication.method": "add",
                                  "gateway_authentication.secret": "add",
                                  "gateway_authentication.secret_base64_encoded": "add",
                                  "gateway_authentication.subject": "add",
                                  "gateway_url": "add",
                                  "provider": "add",
                                  "twilio_sid": "remove",
                                  "twilio_token": "remove"
                                },
                                "clients": []
                              }
                            }
                          ]
                        }
                        """);
    }

    @Test
    @InjectMojo(goal = "apply")
    void runsOfOneBuildStandInTheirOrderAndTheNextBuildBeginsAnew(ApplyMojo apply) {
        build().descriptor(SANDBOX);
        run(apply);
        run(apply);
        assertThat(outcomes()).containsExactly("applied", "nothing-to-do");
        assertThat(report()).contains("\"message\": \"Outcome: nothing to do; nothing was written.\"");
        build().maven().getRequest().setStartTime(Date.from(Instant.parse("2026-11-25T05:00:00Z")));
        run(apply);
        assertThat(outcomes()).containsExactly("nothing-to-do");
    }

    @Test
    @InjectMojo(goal = "apply")
    void faultsOfTheDescriptorAreToldWithTheirPlaces(ApplyMojo apply) {
        build().descriptor(SANDBOX.replace("from:", "form:"));
        assertThat(failure(apply)).endsWith("\n\nOutcome: failed; nothing was written to Auth0.");
        assertThat(outcomes()).containsExactly("nothing-written");
        assertThat(report()).contains("""
                              "problem": "messagemedia-auth0.yaml has 1 error.",
                              "remedy": "Correct messagemedia-auth0.yaml and run the goal again.",
                              "diagnostics": [
                                {
                                  "severity": "error",
                                  "file": "messagemedia-auth0.yaml",
                                  "line": 7,
                                  "column": 3,
                                  "field": "messageMedia.form",
                                  "problem": "is not a known key",
                                  "remedy": "Did you mean from?"
                                }
                              ]
                        """);
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "failOnChanges", value = "true")
    void changesThatFailThePlanArePending(PlanMojo plan) {
        build().descriptor(SANDBOX);
        failure(plan);
        assertThat(outcomes()).containsExactly("pending");
        assertThat(report()).contains("\"problem\": \"There are changes to apply, and");
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "environment", value = "prod")
    @MojoParameter(name = "adopt", value = "true")
    void refusalsSayThatAuth0IsAsItWas(ApplyMojo apply) {
        build().descriptor(SANDBOX + "environments: {prod: {protected: true}}\n");
        failure(apply);
        assertThat(outcomes()).containsExactly("refused");
        assertThat(report()).contains("\"message\": \"Outcome: refused; Auth0 did not change. Environment: prod.\"");
    }

    @Test
    @InjectMojo(goal = "apply")
    void reportThatCannotBeWrittenIsAWarningAndHidesNoOutcome(ApplyMojo apply) throws IOException {
        build().descriptor(SANDBOX);
        Files.createDirectories(file().resolve("in-the-way"));
        run(apply);
        assertThat(logged())
                .contains("WARN The report " + file() + " is a folder. Name the file itself.")
                .anyMatch(line -> line.startsWith("INFO Outcome: applied to sandbox"));
    }

    @Test
    @InjectMojo(goal = "apply")
    void secretsThatAreWordsOfTheReportLeaveItWhole(ApplyMojo apply) throws JsonFormatException {
        build().environment("ONE", "outcome")
                .environment("TWO", "gateway")
                .environment("THREE", "applied")
                .descriptor(SANDBOX + """
                        options:
                          upstream_params:
                            outcome: {value: "${env.ONE}"}
                            gateway: {value: "${env.TWO}"}
                            applied: {value: "${env.THREE}"}
                        """);
        run(apply);
        assertThat(Json.parse(report())).isInstanceOf(Value.Tree.class);
        assertThat(outcomes()).containsExactly("applied");
        assertThat(report())
                .contains(
                        "\"upstream_params.applied.value\": \"add\"",
                        "\"upstream_params.gateway.value\": \"add\"",
                        "\"upstream_params.outcome.value\": \"add\"",
                        "\"gateway_url\": \"add\"")
                .doesNotContain("(secret)");
    }

    @Test
    @InjectMojo(goal = "plan")
    void noOptionIsNamedByASecret(PlanMojo plan) {
        build().environment("NOTE", "k-hunter2-hunter3").descriptor(SANDBOX + """
                options:
                  k-hunter2-hunter3: true
                  upstream_params: {note: {value: "${env.NOTE}"}}
                """);
        run(plan);
        assertThat(report()).contains("\"(secret)\": \"add\"").doesNotContain("k-hunter2-hunter3");
    }
}

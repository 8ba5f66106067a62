package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.redaction.Redactor;
import com.messagemedia.auth0.store.AtomicTextFile;
import com.messagemedia.auth0.testing.JUnitXml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runs of a build as JUnit XML. */
class JUnitReportTest {

    private static final String SECRET = "Kq7XcVbN-mLp9sTYzA";

    @TempDir
    Path folder;

    private String xml(RunReport... runs) {
        AtomicTextFile file = new AtomicTextFile(folder.resolve("report.json"), "report");
        return new RunReportFile(file, "plugin/1", "today")
                .add(List.of(runs).stream()
                        .map(run -> new RunReportFile.Entry(run, Redactor.of(List.of(SECRET))::scrubOwn))
                        .toList())
                .text();
    }

    private static RunReport run(String goal, String environment) {
        RunReport run = new RunReport(goal, "default-cli", "messagemedia-auth0.yaml");
        run.environment(environment);
        return run;
    }

    private static RunReport passed(String goal, String environment) {
        RunReport run = run(goal, environment);
        run.ended(Outcome.NOTHING_TO_DO, "Outcome: in sync; Auth0 matches the descriptor.");
        return run;
    }

    private static RunReport failed(String goal, String environment, String problem) {
        RunReport run = run(goal, environment);
        run.failed(
                new Fault(problem, "Write Auth0's value into the descriptor.", Outcome.DIFFERENT),
                "Outcome: different; nothing was written.");
        return run;
    }

    @Test
    void eachGoalIsASuiteAndEachEnvironmentACase() throws Exception {
        RunReport left = run("verify", "prod-us");
        left.leftOut("Not reached: dev failed before.");
        RunReport broken = run("verify", "prod-eu");
        broken.failed(
                new IllegalStateException("with " + SECRET),
                Outcome.NOTHING_WRITTEN,
                "Outcome: failed; nothing was written to Auth0.");
        String xml = xml(
                passed("plan", "dev"),
                failed("verify", "dev", "Auth0 differs from the descriptor: drift in from."),
                broken,
                left);
        assertThat(xml).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuites name="messagemedia" tests="4" failures="1" errors="1" skipped="1" time="0">
                          <testsuite name="messagemedia:plan" tests="1" failures="0" errors="0" skipped="0" time="0">
                            <testcase classname="messagemedia.plan" name="dev" time="0">
                              <system-out>Outcome: in sync; Auth0 matches the descriptor.</system-out>
                            </testcase>
                          </testsuite>
                          <testsuite name="messagemedia:verify" tests="3" failures="1" errors="1" skipped="1" time="0">
                            <testcase classname="messagemedia.verify" name="dev" time="0">
                              <failure message="Auth0 differs from the descriptor: drift in from." type="different">\
                        Auth0 differs from the descriptor: drift in from.
                        Write Auth0&#39;s value into the descriptor.
                        Outcome: different; nothing was written.</failure>
                            </testcase>
                            <testcase classname="messagemedia.verify" name="prod-eu" time="0">
                              <error message="The plugin failed with IllegalStateException." type="nothing-written">\
                        The plugin failed with IllegalStateException.
                        Outcome: failed; nothing was written to Auth0.</error>
                            </testcase>
                            <testcase classname="messagemedia.verify" name="prod-us" time="0">
                              <skipped message="Not reached: dev failed before."/>
                            </testcase>
                          </testsuite>
                        </testsuites>
                        """);
        JUnitXml.requireValid(xml);
    }

    @Test
    void runsOfLaterGoalsOfTheBuildAreAdded() throws Exception {
        xml(passed("plan", "dev"));
        String xml = xml(passed("verify", "dev"));
        assertThat(xml)
                .contains("tests=\"2\"")
                .containsSubsequence("name=\"messagemedia:plan\"", "name=\"messagemedia:verify\"");
        JUnitXml.requireValid(xml);
    }

    @Test
    void noTextFromOutsideBreaksTheFile() throws Exception {
        String hostile = "</failure>]]><!-- \" & ' \u0000\u001b[31m\ud800\ufffe\tx\nsecond line " + SECRET;
        String xml = xml(failed("verify", "a\"<b>&\u0007\n" + SECRET, hostile));
        JUnitXml.requireValid(xml);
        assertThat(xml)
                .contains(
                        "name=\"a&quot;&lt;b&gt;&amp;\\u0007\\u000A(secret)\"",
                        "&lt;/failure&gt;]]&gt;&lt;!-- &quot; &amp; &#39; \\u0000\\u001B[31m\\uD800\\uFFFE\\u0009x\n"
                                + "second line (secret)\n")
                .doesNotContain(SECRET);
    }

    @Test
    void faultsOfTheDescriptorComeWithTheirPlaces() throws Exception {
        RunReport run = new RunReport("plan", "nightly", "messagemedia-auth0.yaml");
        run.failed(
                new DescriptorException(
                        "messagemedia-auth0.yaml",
                        List.of(new Diagnostic(
                                Diagnostic.Severity.ERROR,
                                new Origin("messagemedia-auth0.yaml", 7, 3),
                                4,
                                "messageMedia.form",
                                "is not a known key",
                                "Did you mean from?",
                                Optional.empty()))),
                "Outcome: failed; nothing was written to Auth0.");
        String xml = xml(run);
        JUnitXml.requireValid(xml);
        assertThat(xml)
                .contains(
                        "<testsuite name=\"messagemedia:plan (nightly)\"",
                        "name=\"messagemedia-auth0.yaml\"",
                        "\nmessagemedia-auth0.yaml:7: messageMedia.form is not a known key Did you mean from?</failure>");
    }

    @Test
    void aThousandEnvironmentsAreAThousandCases() throws Exception {
        List<RunReport> runs = new ArrayList<>(IntStream.rangeClosed(1, 1_000)
                .mapToObj(number -> passed("verify", "prod-" + number))
                .toList());
        String xml = xml(runs.toArray(RunReport[]::new));
        JUnitXml.requireValid(xml);
        assertThat(xml).contains("<testsuites name=\"messagemedia\" tests=\"1000\" failures=\"0\"");
    }
}

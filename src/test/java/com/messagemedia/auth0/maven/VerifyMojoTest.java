package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.SharedMarks;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.Colleague;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyMojoTest extends RunningTenantTest {

    private static final String TEMPLATE = """
            options:
              template: "Your code is @@password@@"
            """;

    @BeforeEach
    void describeATemplate() {
        describe(TEMPLATE);
    }

    private void colleagueSets(String option, String value) {
        new Colleague(sandbox).sets(option, Value.of(value));
    }

    private String lastLine() {
        List<String> lines = logged();
        return lines.get(lines.size() - 1);
    }

    @Test
    @InjectMojo(goal = "verify")
    void pendingChangesPassUnlessTheyAreNotToBe(VerifyMojo verify) throws IOException {
        run(verify);
        assertThat(lastLine())
                .isEqualTo("INFO Outcome: pending in from, gateway_authentication.audience,"
                        + " gateway_authentication.method, gateway_authentication.secret,"
                        + " gateway_authentication.secret_base64_encoded, gateway_authentication.subject,"
                        + " gateway_url, provider, template, twilio_sid, twilio_token, applied record; no"
                        + " drift and no conflict.");
        assertThat(report()).contains("\"verdict\": \"pending\"", "\"outcome\": \"pending\"");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "failOnPending", value = "true")
    void pendingChangesFailWhereThatIsWanted(VerifyMojo verify) {
        describe("");
        assertThat(failure(verify))
                .isEqualTo("Auth0 differs from the descriptor: pending in from, gateway_authentication.audience,"
                        + " gateway_authentication.method, gateway_authentication.secret,"
                        + " gateway_authentication.secret_base64_encoded, gateway_authentication.subject,"
                        + " gateway_url, provider, twilio_sid, twilio_token, applied record.\n"
                        + "Apply the changes with messagemedia:apply, or run without messagemedia.failOnPending.\n"
                        + "Outcome: pending; the changes are not applied yet.");
    }

    @Test
    @InjectMojo(goal = "apply")
    void whatWasAppliedIsInSync(ApplyMojo apply, @InjectMojo(goal = "verify") VerifyMojo verify) throws IOException {
        run(apply);
        run(verify);
        assertThat(lastLine()).isEqualTo("INFO Outcome: in sync; Auth0 matches the descriptor.");
        assertThat(report()).contains("\"verdict\": \"in-sync\",\n        \"findings\": []");
    }

    private boolean someMarksAreShared() {
        return SharedMarks.on(sandbox.tenant().connection("sms"), GatewayOptions.CODES);
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "failOnWarnings", value = "true")
    void unmanagedOptionThatIsGoneIsANoteAndNoDifference(
            VerifyMojo verify, @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "plan") PlanMojo plan)
            throws IOException {
        run(apply);
        for (int tries = 0; tries < 10 && someMarksAreShared(); tries++) {
            new Colleague(sandbox).replaces("metadata", any -> Tree.EMPTY);
            run(apply);
        }
        run(plan);
        assertThat(logged()).noneMatch(line -> line.contains("Note: "));
        new Colleague(sandbox).removes("upstream_params");
        String note =
                "INFO   Note: 1 option that this descriptor does not manage was there at the last apply and is gone."
                        + " An apply does not restore it; the backups of earlier applies contain it. The"
                        + " next apply that writes options ends this note.";
        run(plan);
        assertThat(logged()).contains(note);
        run(verify);
        assertThat(logged()).filteredOn(note::equals).hasSize(2);
        assertThat(lastLine()).isEqualTo("INFO Outcome: in sync; Auth0 matches the descriptor.");
        assertThat(report()).contains("\"unmanagedGone\": 1", "\"verdict\": \"in-sync\"");
        new Colleague(sandbox).removes("totp.time_step");
        run(verify);
        assertThat(logged())
                .contains(
                        "INFO   Note: 2 options that this descriptor does not manage were there at the last apply and are"
                                + " gone. An apply does not restore them; the backups of earlier applies contain"
                                + " them. The next apply that writes options ends this note.");
        describe("");
        run(apply);
        int before = logged().size();
        run(verify);
        assertThat(logged().subList(before, logged().size())).noneMatch(line -> line.contains("Note: "));
    }

    @Test
    void driftFailsAndNamesWhatToDo(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "verify") VerifyMojo verify)
            throws IOException {
        run(apply);
        colleagueSets("template", "Edited: @@password@@");
        assertThat(failure(verify))
                .isEqualTo("Auth0 differs from the descriptor: drift in template.\n"
                        + "Write Auth0's value into the descriptor, or restore the descriptor's value with"
                        + " messagemedia:apply -Dmessagemedia.onConflict=overwrite.\n"
                        + "Outcome: different; Auth0 differs from the descriptor, and nothing was written.");
        assertThat(report()).contains("\"outcome\": \"different\"").contains("""
                      "verification": {
                        "verdict": "drift",
                        "findings": [
                          {
                            "kind": "drift",
                            "subject": "template",
                            "file": "messagemedia-auth0.yaml",
                            "line": 11,
                            "column": 13,
                            "problem": "template was changed in Auth0 since the last apply; the descriptor still has the applied value."
                          }
                        ]
                """);
    }

    @Test
    void gitHubIsToldTheLine(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "verify") VerifyMojo verify) {
        build().environment("GITHUB_ACTIONS", "true")
                .environment("GITHUB_WORKSPACE", folder.resolveSibling("").toString());
        run(apply);
        colleagueSets("template", "Edited: @@password@@");
        assertThat(printedBy(() -> failure(verify)))
                .isEqualTo("::error file=" + folder.getFileName() + "/messagemedia-auth0.yaml,line=11,col=13,"
                        + "title=SMS login%3A drift::template was changed in Auth0 since the last"
                        + " apply; the descriptor still has the applied value." + System.lineSeparator());
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "annotations", value = "gitlab")
    void gitLabGetsItsReportAndNothingIsPrinted(VerifyMojo verify) throws IOException {
        assertThat(printedBy(() -> run(verify))).isEmpty();
        String quality = Files.readString(folder.resolve("target/messagemedia/gl-code-quality-report.json"));
        assertThat(quality)
                .contains("\"check_name\": \"messagemedia-pending\"", "\"path\": \"messagemedia-auth0.yaml\"")
                .contains("\"begin\": 11")
                .doesNotContain(SECRETS);
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "annotations", value = "jenkins")
    void anUnknownPipelineNamesTheKnownOnes(VerifyMojo verify) {
        assertThat(failure(verify))
                .isEqualTo("messagemedia.annotations is \"jenkins\".\nUse one of auto, github, gitlab and none.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "verify")
    void optionsThatCannotBeReadAreSaidToBe(VerifyMojo verify) throws IOException {
        sandbox.close();
        sandbox = Sandbox.start(SandboxSettings.inMemory());
        describe("");
        new Colleague(sandbox).replaces("options", options -> Tree.EMPTY);
        assertThat(failure((Mojo) verify)).startsWith("Auth0 returned connection sms (con_SandboxSms000000) without");
        assertThat(report())
                .contains("\"verdict\": \"unreadable\"", "\"subject\": \"options\"", "\"kind\": \"unreadable\"");
    }

    @Test
    @InjectMojo(goal = "verify")
    void aTokenWithoutTheScopeToReadIsToldToThePipeline(VerifyMojo verify) throws IOException {
        sandbox.close();
        sandbox = Sandbox.start(SandboxSettings.inMemory().withScopes(Set.of("read:connections")));
        describe("");
        build().environment("GITHUB_ACTIONS", "true");
        assertThat(printedBy(() -> failure(verify)))
                .isEqualTo("::error file=messagemedia-auth0.yaml,title=SMS login%3A unreadable::The token for "
                        + sandbox.address() + " lacks the scope read:connections_options. Nothing was written."
                        + System.lineSeparator());
        assertThat(report()).contains("\"verdict\": \"unreadable\"");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "annotations", value = "gitlab")
    void withoutAPipelinesWordTheRepositoryIsTheOneThatGitMarked(VerifyMojo verify) throws IOException {
        Path repository = folder.resolve("config");
        Files.createDirectories(folder.resolve(".git"));
        Files.createDirectories(repository);
        Files.move(folder.resolve(DescriptorLocation.NAME), repository.resolve("sms.yaml"));
        inject(verify, repository.resolve("sms.yaml"));
        run(verify);
        assertThat(Files.readString(folder.resolve("target/messagemedia/gl-code-quality-report.json")))
                .contains("\"path\": \"config/sms.yaml\"");
    }

    private static void inject(VerifyMojo verify, Path file) {
        try {
            MojoExtension.setVariableValueToObject(verify, "file", file.toFile());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aClientThatIsNotEnabledIsPendingWhoeverSwitchedItOff(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "verify") VerifyMojo verify)
            throws IOException {
        describe(TEMPLATE + "enabledClients: [sandboxAppClient0000000000000000]\n");
        run(apply);
        describe(TEMPLATE + "enabledClients: [sandboxAppClient0000000000000000, anotherClient]\n");
        run(verify);
        assertThat(lastLine()).isEqualTo("INFO Outcome: pending in enabledClients; no drift and no conflict.");
        assertThat(report())
                .contains(
                        "\"line\": 12",
                        "\"column\": 52",
                        "The client anotherClient is not enabled: no apply has enabled it yet, or somebody disabled it.");
    }
}

package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.fusesource.jansi.Ansi;
import org.junit.jupiter.api.Test;

class PlanMojoTest extends GoalTest {

    /** The marks are keyed by a random salt; everything else is the same in every run. */
    private List<String> logged(String level) {
        return logged().stream()
                .filter(line -> line.startsWith(level + " "))
                .map(line -> line.replaceAll("#[0-9a-f]{4}", "#mark"))
                .toList();
    }

    @Test
    @InjectMojo(goal = "plan")
    void showsEveryChangeOfTheEmbeddedSandboxAndWritesThePlan(PlanMojo plan) throws IOException {
        build().descriptor(SANDBOX);
        run(plan);
        assertThat(logged("INFO"))
                .containsExactly(
                        "INFO sandbox, connection sms (con_SandboxSms000000)",
                        "INFO   First adoption: the connection has no applied record of this owner yet.",
                        "INFO   ~ from                                          +15550100000 -> +61491570156"
                                + "   adopting a value that is not from this descriptor",
                        "INFO   + gateway_authentication.audience               (secret #mark, 30 characters)",
                        "INFO   + gateway_authentication.method                 bearer",
                        "INFO   + gateway_authentication.secret                 (secret #mark, 12 characters)",
                        "INFO   + gateway_authentication.secret_base64_encoded  false",
                        "INFO   + gateway_authentication.subject                (secret #mark, 20 characters)",
                        "INFO   + gateway_url                                   https://auth0-api.messagemedia.com/messages",
                        "INFO   + provider                                      sms_gateway",
                        "INFO   - twilio_sid                                    AC00000000000000000000000000000000"
                                + "   switching provider (messagemedia-auth0.yaml:5)",
                        "INFO   - twilio_token                                  (secret #mark, 32 characters)"
                                + "   switching provider (messagemedia-auth0.yaml:5)",
                        "INFO   = 10 kept, 10 of them unmanaged: brute_force_protection, disable_signup,"
                                + " forward_req_info, messaging_service_sid, name, syntax, template, totp.length,"
                                + " totp.time_step, upstream_params.screen_name.alias",
                        "INFO Plan: 7 to add, 1 to change, 2 to remove, 0 conflicts. 2 options are removed, as listed; no other option is lost.");
        Path saved = folder.resolve("target/messagemedia/plan.json");
        assertThat(logged("DEBUG")).containsExactly("DEBUG Wrote the plan file " + saved);
        assertThat(Files.readString(saved)).contains("\"formatVersion\": 1").doesNotContain(SECRETS);
        assertThat(folder.resolve("target/messagemedia/sandbox.json")).exists();
    }

    @Test
    @InjectMojo(goal = "plan")
    void planAsItIsShownStandsBesideTheSavedOne(PlanMojo plan) throws IOException {
        Ansi.setEnabled(true);
        build().descriptor(SANDBOX);
        run(plan);
        assertThat(logged("INFO").get(0)).contains("\u001b[1m");
        List<String> shown = logged().stream()
                .filter(line -> line.startsWith("INFO "))
                .map(line -> line.substring("INFO ".length()).replaceAll("\u001b\\[[0-9;]*m", ""))
                .toList();
        assertThat(Files.readAllLines(folder.resolve("target/messagemedia/plan.txt")))
                .isEqualTo(shown);
    }

    @Test
    @InjectMojo(goal = "plan")
    void planForAPullRequestAndItsPageStandBesideTheSavedOne(PlanMojo plan) throws IOException {
        build().descriptor(SANDBOX);
        run(plan);
        Path folderOfPlan = folder.resolve("target/messagemedia");
        String account = "AC00000000000000000000000000000000";
        assertThat(Files.readString(folderOfPlan.resolve("plan.md")).replace(account, "account"))
                .startsWith("## 📝 SMS login, sandbox: 7 to add, 1 to change, 2 to remove\n\n**Plan: 7 to add,")
                .contains("| ➖ remove | `twilio_sid` | `account` |  | switching provider"
                        + " (messagemedia-auth0.yaml:5) |")
                .doesNotContain(SECRETS);
        assertThat(Files.readString(folderOfPlan.resolve("plan.html")).replace(account, "account"))
                .startsWith("<!doctype html>\n<html lang=\"en\">\n")
                .contains("<h1>sandbox</h1>", "Can be applied: 7 to add, 1 to change, 2 to remove")
                .endsWith("</html>\n")
                .doesNotContain(SECRETS);
    }

    @Test
    @InjectMojo(goal = "plan")
    void fileOfThePlanThatCannotBeWrittenIsNamed(PlanMojo plan) throws IOException {
        build().descriptor(SANDBOX);
        Path page = Files.createDirectories(folder.resolve("target/messagemedia/plan.html"));
        assertThat(failure(plan))
                .isEqualTo("The plan's page " + page + " is a folder. It was not changed.\n"
                        + "Choose another file, or remove the one at this path.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    @InjectMojo(goal = "plan")
    void readsARunningTenantAndWritesNothing(PlanMojo plan) {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            var before = sandbox.tenant().connections();
            build().descriptor(at(sandbox));
            run(plan);
            assertThat(logged("INFO").get(0))
                    .isEqualTo("INFO " + sandbox.address() + ", connection sms (con_SandboxSms000000)");
            assertThat(sandbox.requests()).map(request -> request.method()).containsExactly("POST", "GET");
            assertThat(sandbox.tenant().connections()).isEqualTo(before);
        }
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "planFile", value = "out/my-plan.json")
    @MojoParameter(name = "sandboxFile", value = "out/my-sandbox.json")
    void writesWhereItIsTold(PlanMojo plan) {
        build().descriptor(SANDBOX);
        run(plan);
        assertThat(folder.resolve("out/my-plan.json")).exists();
        assertThat(folder.resolve("out/my-plan.txt")).exists();
        assertThat(folder.resolve("out/my-plan.md")).content().contains("-Dmessagemedia.planFile=my-plan.json`");
        assertThat(folder.resolve("out/my-plan.html"))
                .content()
                .contains("-Dmessagemedia.planFile=my-plan.json</code>");
        assertThat(folder.resolve("out/my-sandbox.json")).exists();
        assertThat(folder.resolve("target/messagemedia")).isDirectoryNotContaining("glob:**{plan,sandbox}.*");
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "failOnChanges", value = "true")
    void failOnChangesFailsAfterThePlanIsShownAndSaved(PlanMojo plan) {
        build().descriptor(SANDBOX);
        assertThat(failure(plan))
                .isEqualTo("There are changes to apply, and messagemedia.failOnChanges is true.\n"
                        + "Apply them with messagemedia:apply.\n"
                        + "Outcome: pending; the changes are not applied yet.");
        assertThat(logged("INFO")).last().asString().startsWith("INFO Plan: 7 to add");
        assertThat(folder.resolve("target/messagemedia/plan.json")).exists();
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "onConflict", value = "sometimes\u001b[2J")
    void unknownPolicyNamesTheKnownOnes(PlanMojo plan) {
        build().descriptor(SANDBOX);
        assertThat(failure(plan))
                .isEqualTo("messagemedia.onConflict is \"sometimes\\u001B[2J\".\n"
                        + "Use one of fail, overwrite and keep.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "timeout", value = "0")
    void timeoutThatIsNoTimeIsRefusedAndNotReplaced(PlanMojo plan) {
        build().descriptor(SANDBOX);
        assertThat(failure(plan))
                .isEqualTo("The timeout is 0 seconds, where a positive number was expected.\n"
                        + "Set -Dmessagemedia.timeout to the seconds that one request may take, such as 30.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    @InjectMojo(goal = "plan")
    void offlineIsRefusedForARemoteTenant(PlanMojo plan) {
        build().descriptor(remote("acme.eu.auth0.com")).offline().environment("SECRET", "environment-secret-0001");
        assertThat(failure(plan))
                .isEqualTo("Maven is offline (-o) and acme.eu.auth0.com is not on this machine.\n"
                        + "Leave -o out, or run messagemedia:validate, which works offline.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    @InjectMojo(goal = "plan")
    void offlineIsFineOnLoopbackAndForTheEmbeddedSandbox(PlanMojo plan) {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            build().descriptor(at(sandbox)).offline();
            run(plan);
            build().descriptor(SANDBOX);
            run(plan);
            assertThat(sandbox.requests()).hasSize(2);
        }
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "allowedHosts", value = "login.other.example, Login.Third.example")
    void credentialsGoToNoHostThatIsNotAllowedOutsideTheDescriptor(PlanMojo plan) {
        build().descriptor(remote("login.acme.example")).environment("SECRET", "environment-secret-0001");
        assertThat(failure(plan))
                .isEqualTo("messagemedia-auth0.yaml:3:11: tenant.domain login.acme.example is not an Auth0 host, so no"
                        + " credentials are sent there.\n"
                        + "If it is your tenant's custom domain, allow it outside the descriptor: set"
                        + " messagemedia.allowedHosts=login.acme.example in the POM, in settings.xml or on the command"
                        + " line.\n"
                        + "Outcome: refused; Auth0 did not change.");
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "allowedHosts", value = "acme.eu.auth0.com")
    void strangersTenantGetsNothingWhereATenantIsPinned(PlanMojo plan) {
        build().descriptor(remote("evil.eu.auth0.com")).environment("SECRET", "environment-secret-0001");
        assertThat(failure(plan))
                .isEqualTo("messagemedia-auth0.yaml:3:11: tenant.domain evil.eu.auth0.com is not among the"
                        + " hosts that messagemedia.allowedHosts lists, so no credentials are sent there.\n"
                        + "If it is your tenant, add it to messagemedia.allowedHosts, in the POM, in settings.xml or on"
                        + " the command line.\n"
                        + "Outcome: refused; Auth0 did not change.");
    }

    @Test
    @InjectMojo(goal = "plan")
    void wrongClientSecretIsOneMessage(PlanMojo plan) {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            build().descriptor(at(sandbox).replace("sandbox-client-secret-published", "${env.SECRET}"))
                    .environment("SECRET", "environment-secret-0001");
            assertThat(failure(plan))
                    .isEqualTo("Getting a Management API token from " + sandbox.address()
                            + " failed: 401 Unauthorized (access_denied): Unauthorized\n"
                            + "Check tenant.clientId and tenant.clientSecret against Auth0, Applications > Applications >"
                            + " Settings, and that the application sandbox-client-id belongs to this tenant.\n"
                            + "Outcome: failed; nothing was written to Auth0.");
            assertThat(logged("INFO")).isEmpty();
        }
    }

    @Test
    @InjectMojo(goal = "plan")
    void faultsOfTheEmbeddedSandboxCallItByItsWord(PlanMojo plan) {
        build().descriptor(SANDBOX.replace("domain: sandbox", "domain: sandbox\n  token: ${env.SECRET}"))
                .environment("SECRET", "environment-secret-0001");
        assertThat(failure(plan))
                .startsWith("Reading the connections of sandbox failed: 401 Unauthorized: Invalid token\n");
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "skip", value = "true")
    void skippedGoalAsksNobody(PlanMojo plan) {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            build().descriptor(at(sandbox));
            run(plan);
            assertThat(sandbox.requests()).isEmpty();
            assertThat(logged()).containsExactly("INFO Skipped: messagemedia.skip is true.");
        }
    }

    @Test
    @InjectMojo(goal = "plan")
    void warningsOfTheDescriptorAreLogged(PlanMojo plan) {
        build().descriptor(SANDBOX + "options:\n  brand_new_option: \"Your code is @@password@@\"\n");
        run(plan);
        assertThat(logged("WARN").get(0))
                .startsWith("WARN messagemedia-auth0.yaml:9:3: warning: options.brand_new_option ");
    }

    static String at(Sandbox sandbox) {
        return SANDBOX.replace(
                "domain: sandbox",
                "domain: " + sandbox.address()
                        + "\n  clientId: sandbox-client-id\n  clientSecret: sandbox-client-secret-published");
    }

    private static String remote(String domain) {
        return """
                version: 1
                tenant:
                  domain: %s
                  clientId: a-client
                  clientSecret: ${env.SECRET}
                messageMedia:
                  apiKey: ${env.SECRET}
                  apiSecret: ${env.SECRET}
                  from: "+61491570156"
                """.formatted(domain);
    }

    @Test
    void warningsFailAPlanAndAnApplyWhereTheUserWantsNone(
            @InjectMojo(goal = "plan") @MojoParameter(name = "failOnWarnings", value = "true") PlanMojo plan,
            @InjectMojo(goal = "apply") @MojoParameter(name = "failOnWarnings", value = "true") ApplyMojo apply) {
        build().descriptor(SANDBOX + "options: {use_phone_provider: true}\n");
        String problem =
                "The descriptor has 1 warning, and messagemedia.failOnWarnings is true. Nothing was written.\n";
        assertThat(failure(plan)).startsWith(problem);
        assertThat(failure(apply)).startsWith(problem);
        build().descriptor(SANDBOX);
        run(plan);
        run(apply);
    }
}

package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Colleague;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A descriptor made from a tenant that sends through its phone provider. */
@MojoParameter(name = "domain", value = "sandbox")
class PhoneExportTest extends GoalTest {

    private static final List<String> VARIABLES = List.of("MESSAGEMEDIA_API_KEY", "MESSAGEMEDIA_API_SECRET");

    private String exported() throws IOException {
        return Files.readString(folder.resolve("messagemedia-auth0.yaml"));
    }

    private void keys() {
        build().environment("MESSAGEMEDIA_API_KEY", "SandboxApiKey0000000");
        build().environment("MESSAGEMEDIA_API_SECRET", "SandboxApiSecret00000000000000");
    }

    @Test
    void whatAnApplySetUpIsExportedAndItsPlanChangesNothing(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "export") ExportMojo export,
            @InjectMojo(goal = "plan") PlanMojo plan)
            throws Exception {
        Path example = Path.of("config-examples/sandbox-phone-provider/messagemedia-auth0.yaml");
        build().descriptor(Files.readString(example).replace("  from:", "  region: eu\n  from:"));
        run(apply);
        int before = logged().size();
        MojoExtension.setVariableValueToObject(export, "overwrite", true);
        run(export);
        assertThat(logged().subList(before, logged().size()))
                .containsExactly(
                        "INFO Wrote " + folder.resolve("messagemedia-auth0.yaml")
                                + " from connection sms (con_SandboxSms000000).",
                        "INFO   The tenant sends through its phone provider.",
                        "INFO   It owns 2 options: totp.length, totp.time_step.",
                        "INFO   It lists 7 other options in comments: brute_force_protection, disable_signup,"
                                + " forward_req_info, name, syntax, template, upstream_params.screen_name.alias.",
                        "INFO   Set these environment variables; Auth0 never shows the secrets of an Action: "
                                + String.join(", ", VARIABLES) + ".",
                        "INFO   Next, mvn messagemedia:plan shows what an apply would set up.",
                        "INFO Outcome: exported; nothing was written to Auth0.");
        assertThat(exported())
                .contains("""
                        tenant:
                          domain: sandbox
                        delivery: phoneProvider
                        connection: sms

                        messageMedia:
                          # Auth0 never shows the secrets of an Action: set the variables to your API key and secret.
                          apiKey: ${env.MESSAGEMEDIA_API_KEY}
                          apiSecret: ${env.MESSAGEMEDIA_API_SECRET}
                          region: eu
                          from: "+61491570156"
                          senders:
                            "+44": AcmeLogin

                        phoneProvider:
                          actionName: "MessageMedia SMS"
                          templates:
                            otp_verify:
                              text: "{{ code }} is your code for {{ friendly_name }}"
                              voice: "{{ code | escape }} {{ pause }} {{ code | escape }} is your verification code for {{ friendly_name | escape }}"

                        options:
                        """)
                .doesNotContain("SandboxApiKey0000000", "SandboxApiSecret00000000000000", "takeOver");
        keys();
        run(plan);
        assertThat(logged())
                .contains("INFO Plan: no option changes; update the applied record. No live option is lost.");
    }

    @Test
    @MojoParameter(name = "sandboxTenant", value = "foreign_action")
    void anActionOfSomebodyElseIsNamedWithTheTakeOver(@InjectMojo(goal = "export") ExportMojo export) throws Exception {
        run(export);
        assertThat(exported()).contains("""
                          from: ${env.MESSAGEMEDIA_FROM}

                        # The live Action is not this plugin's, or somebody edited it. An apply replaces its code, for every phone
                        # message of the tenant, and needs -Dmessagemedia.takeOver.
                        phoneProvider:
                          actionName: "Acme SMS"
                        """).doesNotContain("ACME_TOKEN", "sms.acme.example");
    }

    @Test
    @MojoParameter(name = "sandboxTenant", value = "twilio_provider")
    void aProviderThatRunsNoActionIsNotTaken(@InjectMojo(goal = "export") ExportMojo export) throws Exception {
        run(export);
        assertThat(exported()).doesNotContain("delivery:", "phoneProvider");
    }

    @Test
    @MojoParameter(name = "sandboxTenant", value = "Modern")
    void aModernTenantWithoutAProviderIsExportedAsItsConnectionAlone(@InjectMojo(goal = "export") ExportMojo export)
            throws Exception {
        run(export);
        assertThat(exported()).doesNotContain("delivery:", "phoneProvider");
    }

    @Test
    @MojoParameter(name = "sandboxTenant", value = "newer")
    void anotherWordForTheSandboxIsAFault(@InjectMojo(goal = "export") ExportMojo export) {
        assertThat(failure(export))
                .startsWith(
                        "messagemedia.sandboxTenant is \"newer\".\nUse one of older, switched, modern, twilio_provider,"
                                + " foreign_action and stub_action.");
    }

    /** The requests of an export from this tenant, and the lines that it logs about the delivery. */
    private List<String> exportFrom(Sandbox sandbox, ExportMojo export) throws Exception {
        MojoExtension.setVariableValueToObject(
                export, "domain", sandbox.address().domain());
        build().environment("AUTH0_CLIENT_ID", "sandbox-client-id");
        build().environment("AUTH0_CLIENT_SECRET", "sandbox-client-secret-published");
        run(export);
        return logged().stream().filter(line -> line.startsWith("INFO   The ")).toList();
    }

    @Test
    @InjectMojo(goal = "export")
    void aTokenThatMayNotAskSaysSoWhereTheConnectionNamesNoSender(ExportMojo export) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory().withStart(StartingTenant.MODERN))) {
            assertThat(exportFrom(sandbox, export))
                    .containsExactly(
                            "INFO   The token may not read whether the tenant sends through its phone provider. Grant"
                                    + " read:tenant_settings and read:phone_providers, and export again, if it was created"
                                    + " since March 2025.");
            assertThat(sandbox.requests()).hasSize(2);
            assertThat(exported()).doesNotContain("delivery:");
        }
    }

    @Test
    @InjectMojo(goal = "export")
    void aConnectionThatUsesTheProviderIsSaidToWhereTheTokenMayNotReadIt(ExportMojo export) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory().withStart(StartingTenant.SWITCHED))) {
            new Colleague(sandbox).sets("use_phone_provider", Value.of(true));
            assertThat(exportFrom(sandbox, export))
                    .containsExactly(
                            "INFO   The connection sends through the tenant's phone provider, and the token may not read"
                                    + " it. The file describes the connection alone. Grant read:actions,"
                                    + " read:phone_providers, read:phone_templates, and export again.");
            assertThat(exported()).doesNotContain("delivery:");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theConnectionsOwnSwitchDecides(boolean uses, @InjectMojo(goal = "export") ExportMojo export) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.modern().withStart(StartingTenant.FOREIGN_ACTION))) {
            new Colleague(sandbox).sets("use_phone_provider", Value.of(uses));
            new Colleague(sandbox).sets("from", Value.of("+15550100000"));
            exportFrom(sandbox, export);
            assertThat(exported().contains("delivery: phoneProvider")).isEqualTo(uses);
            assertThat(sandbox.requests())
                    .filteredOn(request -> request.target().contains("settings"))
                    .isEmpty();
        }
    }

    @Test
    @InjectMojo(goal = "export")
    void aConnectionThatCouldSendByItselfIsToldToBeChecked(ExportMojo export) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.modern().withStart(StartingTenant.FOREIGN_ACTION))) {
            new Colleague(sandbox).sets("twilio_sid", Value.of(SandboxCredentials.TWILIO_SID));
            assertThat(exportFrom(sandbox, export))
                    .containsExactly(
                            "INFO   The tenant sends through its phone provider.",
                            "INFO   The connection has options to send by itself, and does not say whether it uses the"
                                    + " tenant's phone provider. If it does not, take delivery and phoneProvider out of"
                                    + " the file.");
            assertThat(sandbox.requests()).map(request -> request.method()).containsOnly("GET", "POST");
        }
    }
}

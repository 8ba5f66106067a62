package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.SandboxSettings.SandboxClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** References and servers of settings.xml, all the way to a tenant that takes them. */
class ReferencesInGoalsTest extends GoalTest {

    private Sandbox sandbox;

    @BeforeEach
    void startATenantWithSecretsOfItsOwn() {
        sandbox = Sandbox.start(SandboxSettings.inMemory()
                .withClient(SandboxClient.of(SandboxCredentials.CLIENT_ID, "server-password-0001")));
    }

    @AfterEach
    void stopTheTenant() {
        sandbox.close();
    }

    private Build descriptor(String tenant, String messageMedia) {
        return build().descriptor("""
                version: 1
                tenant:
                  domain: %s
                  %s
                messageMedia:
                  %s
                  from: ${from}
                options:
                  template: ${project.artifactId} @@password@@ $${literal}
                  name: ${file:name.txt}
                """.formatted(sandbox.address(), tenant, messageMedia))
                .property("from", "+61491570156")
                .file("name.txt", "from a file\n");
    }

    @Test
    @InjectMojo(goal = "apply")
    void serversOfSettingsGiveBothLogins(ApplyMojo apply) {
        descriptor("server: auth0", "server: messagemedia")
                .server("auth0", SandboxCredentials.CLIENT_ID, "server-password-0001")
                .server("messagemedia", "an-api-key-of-mine", "environment-secret-0001");
        run(apply);
        assertThat(logged())
                .contains("INFO   ~ from                                          +15550100000 -> +61491570156"
                        + "   adopting a value that is not from this descriptor   from ${from}, line 7")
                .anyMatch(
                        line -> line.contains(
                                "template                                      @@password@@ -> \"login @@password@@ ${literal}\""))
                .anyMatch(
                        line -> line.matches(
                                "INFO   ~ name +\\(value #[0-9a-f]{4}, 7 characters\\) -> \\(value #[0-9a-f]{4}, 11 characters\\).*"))
                .last()
                .asString()
                .startsWith("INFO Outcome: applied to " + sandbox.address());
        assertThat(String.join("\n", logged())).doesNotContain("an-api-key-of-mine", "from a file");
    }

    @Test
    @InjectMojo(goal = "apply")
    void environmentGivesTheSecrets(ApplyMojo apply) {
        descriptor(
                        "clientId: sandbox-client-id\n  clientSecret: ${env.CLIENT_SECRET}",
                        "apiKey: ${env.API_SECRET}\n  apiSecret: ${env.API_SECRET}")
                .environment("CLIENT_SECRET", "server-password-0001")
                .environment("API_SECRET", "environment-secret-0001");
        run(apply);
        assertThat(logged()).last().asString().startsWith("INFO Outcome: applied to " + sandbox.address());
    }

    @Test
    @InjectMojo(goal = "plan")
    void passwordThatCannotBeDecryptedStopsBeforeAnyRequest(PlanMojo plan) {
        descriptor("server: auth0", "server: auth0").server("auth0", "sandbox-client-id", "{server-password-0001}");
        assertThat(failure(plan))
                .isEqualTo("The password of server \"auth0\" in settings.xml cannot be decrypted.\n"
                        + "Check settings-security.xml, or encrypt the password anew with mvn --encrypt-password.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "plan")
    void whatIsNotThereIsNamedWithItsLine(PlanMojo plan) {
        descriptor("server: nobody", "apiKey: ${settings.servers[0].password}\n  apiSecret: ${env.NOT_SET}")
                .server("other", "a-user", "server-password-0001");
        assertThat(failure(plan))
                .startsWith("messagemedia-auth0.yaml has 3 errors.")
                .contains("messagemedia-auth0.yaml:4:11: tenant.server names the server nobody, which settings.xml"
                        + " does not have")
                .contains("messagemedia-auth0.yaml:6:11: messageMedia.apiKey refers to"
                        + " ${settings.servers[0].password}, which is not set")
                .contains("messagemedia-auth0.yaml:7:14: messageMedia.apiSecret refers to ${env.NOT_SET}, which is"
                        + " not set");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "plan")
    void fileThatIsNoTextIsToldWithItsLine(PlanMojo plan) throws IOException {
        descriptor("token: sandbox-token-published", "server: messagemedia")
                .server("messagemedia", "an-api-key-of-mine", "environment-secret-0001");
        Files.write(folder.resolve("name.txt"), new byte[] {'a', '\n', (byte) 0xFC});
        assertThat(failure(plan))
                .contains(
                        "options.name refers to the file name.txt, which is not UTF-8 in line 2",
                        "  Save it as UTF-8.\n");
        Files.delete(folder.resolve("name.txt"));
        Files.createDirectory(folder.resolve("name.txt"));
        assertThat(failure(plan))
                .contains("options.name refers to the file name.txt, which is a folder", "  Name the file itself.\n");
    }

    @Test
    @InjectMojo(goal = "plan")
    void credentialOfAnotherProgramDoesNotGoToAuth0(PlanMojo plan) {
        build().descriptor(SANDBOX + """
                        options:
                          template: "@@password@@ ${env.AWS_SECRET_ACCESS_KEY}"
                          name: ${file:../name.txt}
                        """).environment("AWS_SECRET_ACCESS_KEY", "environment-secret-0001");
        assertThat(failure(plan)).isEqualTo("""
                messagemedia-auth0.yaml has 2 errors.

                messagemedia-auth0.yaml:9:13: options.template refers to ${env.AWS_SECRET_ACCESS_KEY}, whose name suggests a credential, but this field accepts no credentials
                  9 |   template: "@@password@@ ${env.AWS_SECRET_ACCESS_KEY}"
                    |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  Refer to another name, or allow this reference outside the descriptor: -Dmessagemedia.allowedReferences=env.AWS_SECRET_ACCESS_KEY

                messagemedia-auth0.yaml:10:9: options.name refers to the file ../name.txt, which is outside the descriptor's folder
                  10 |   name: ${file:../name.txt}
                     |         ^^^^^^^^^^^^^^^^^^^
                  Put the file beside the descriptor, or allow this reference outside the descriptor: -Dmessagemedia.allowedReferences=file:../name.txt

                Outcome: failed; nothing was written to Auth0.""");
    }

    @Test
    @InjectMojo(goal = "validate")
    void credentialOfAnotherProgramIsRefusedOffline(ValidateMojo validate) {
        build().descriptor(SANDBOX + "options:\n  brand_new: ${env.AWS_SECRET_ACCESS_KEY}\n");
        assertThat(failure(validate))
                .contains("messagemedia-auth0.yaml:9:14: options.brand_new refers to ${env.AWS_SECRET_ACCESS_KEY},"
                        + " whose name suggests a credential");
    }

    private static final String NAME_OF_A_FILE =
            SANDBOX + "options:\n  name: \"${file:name.txt} ${property.of.nobody}\"\n";

    @Test
    @InjectMojo(goal = "validate")
    void fileThatCanBeUsedNowhereIsAnErrorOffline(ValidateMojo validate) throws IOException {
        build().descriptor(NAME_OF_A_FILE);
        Path file = folder.resolve("name.txt");
        Files.createDirectory(file);
        String refers = "messagemedia-auth0.yaml:9:9: options.name refers to the file name.txt, which ";
        assertThat(failure(validate)).contains(refers + "is a folder\n", "  Name the file itself.\n");
        Files.delete(file);
        Files.write(file, new byte[] {'a', '\n', (byte) 0xFC});
        assertThat(failure(validate)).contains(refers + "is not UTF-8 in line 2\n", "  Save it as UTF-8.\n");
        Files.writeString(file, "a".repeat((1 << 16) + 1));
        assertThat(failure(validate))
                .contains(refers + "is larger than 64 KiB\n", "  Check that it is the right file.\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fileThatCanBeThereElsewhereIsOnlyListedOffline(
            boolean link, @InjectMojo(goal = "validate") ValidateMojo validate) throws IOException {
        build().descriptor(NAME_OF_A_FILE);
        if (link) {
            Files.createSymbolicLink(folder.resolve("name.txt"), folder.resolve("secrets-of-the-pipeline.txt"));
        }
        run(validate);
        assertThat(logged())
                .contains(
                        "INFO Not set here, so not checked: ${file:name.txt} (line 9), ${property.of.nobody} (line 9)");
    }

    @Test
    @InjectMojo(goal = "validate")
    void fileOfAnEnvironmentThatCanBeUsedNowhereNamesTheEnvironment(ValidateMojo validate) throws IOException {
        build().descriptor(SANDBOX + "environments:\n  dev:\n    options: {name: \"${file:name.txt}\"}\n");
        Files.createDirectory(folder.resolve("name.txt"));
        assertThat(failure(validate))
                .contains("messagemedia-auth0.yaml:10:21: environments.dev.options.name refers to the file name.txt,"
                        + " which is a folder\n");
    }

    @Test
    @InjectMojo(goal = "plan")
    void referenceThatTheUserAllowsGoesThrough(PlanMojo plan) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(plan, "allowedReferences", List.of("env.KEY_TO_JOY", "file:text"));
        build().descriptor(SANDBOX + """
                        options:
                          template: "@@password@@ ${env.SMS_TEXT} ${env.KEY_TO_JOY}"
                        """)
                .environment("SMS_TEXT", "is your code.")
                .environment("KEY_TO_JOY", "Have fun!");
        run(plan);
        assertThat(logged())
                .anyMatch(line -> line.matches(
                        "INFO   ~ template +\\(value #[0-9a-f]{4}, 12 characters\\) -> \\(value #[0-9a-f]{4}, 36 characters\\)"
                                + ".*   from \\$\\{env\\.SMS_TEXT} and \\$\\{env\\.KEY_TO_JOY}, line 9"));
        assertThat(folder.resolve("target/messagemedia/plan.json"))
                .content()
                .containsPattern(
                        "\"template\": \\{\\s+\"action\": \"change\",\\s+\"from\": \"[\\w-]{8}\",\\s+\"to\": \"[\\w-]{8}\","
                                + "\\s+\"references\": \\[\\s*\"\\$\\{env\\.SMS_TEXT}\",\\s*\"\\$\\{env\\.KEY_TO_JOY}\"\\s*],"
                                + "\\s+\"line\": 9\\s+}")
                .doesNotContain("is your code", "Have fun");
        assertThat(folder.resolve("target/messagemedia/plan.txt"))
                .content()
                .contains("   from ${env.SMS_TEXT} and ${env.KEY_TO_JOY}, line 9");
    }
}

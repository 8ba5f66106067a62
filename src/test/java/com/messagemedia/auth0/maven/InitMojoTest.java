package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.DescriptorSource;
import com.messagemedia.auth0.descriptor.Validation;
import com.messagemedia.auth0.testing.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MojoParameter(name = "domain", value = "acme.eu.auth0.com")
@MojoParameter(name = "from", value = "+61491570156")
class InitMojoTest extends GoalTest {

    private Path file() {
        return folder.resolve("messagemedia-auth0.yaml");
    }

    private Validation validation() {
        return new DescriptorSource(file(), new Variables(Map.of()), Deliveries.CHOICES).validate(Optional.empty());
    }

    @Test
    @InjectMojo(goal = "init")
    void writesADescriptorWithoutAnyFaultAndSaysWhatToDoNext(InitMojo init) throws IOException {
        run(init);
        assertThat(validation().diagnostics()).isEmpty();
        assertThat(validation().unresolved())
                .map(reference -> reference.name())
                .containsExactly(
                        "env.AUTH0_CLIENT_ID",
                        "env.AUTH0_CLIENT_SECRET",
                        "env.MESSAGEMEDIA_API_KEY",
                        "env.MESSAGEMEDIA_API_SECRET");
        assertThat(Files.readAllLines(file()))
                .startsWith("# yaml-language-server:"
                        + " $schema=https://messagemedia.github.io/messagemedia-maven-plugin/schema/"
                        + "messagemedia-auth0-1.schema.json")
                .contains(
                        "  domain: acme.eu.auth0.com",
                        "delivery: gateway",
                        "connection: sms",
                        "  from: \"+61491570156\"");
        assertThat(logged())
                .containsExactly(
                        "INFO Wrote " + file() + ". What to do next:",
                        "INFO   if the tenant was created since March 2025, write delivery: phoneProvider in place of"
                                + " gateway;",
                        "INFO   set the environment variables AUTH0_CLIENT_ID, AUTH0_CLIENT_SECRET,"
                                + " MESSAGEMEDIA_API_KEY, MESSAGEMEDIA_API_SECRET;",
                        "INFO   mvn messagemedia:validate checks the file offline;",
                        "INFO   mvn messagemedia:plan shows what it would change.");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "delivery", value = "phoneProvider")
    void writesADescriptorForThePhoneProviderWithItsScopes(InitMojo init) throws IOException {
        run(init);
        assertThat(validation().diagnostics()).isEmpty();
        assertThat(Files.readString(file()))
                .contains("\ndelivery: phoneProvider\n", "read:phone_providers, create:phone_providers")
                .doesNotContain("@@password@@");
        assertThat(logged()).first().isEqualTo("INFO Wrote " + file() + ". What to do next:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "phoneProvider"})
    void staysValidWithTheOptionsThatItOffers(String delivery, @InjectMojo(goal = "init") InitMojo init)
            throws Exception {
        MojoExtension.setVariableValueToObject(init, "delivery", delivery);
        run(init);
        Files.writeString(
                file(),
                Files.readString(file())
                        .replaceAll("(?m)^#(?! )(?!environments:)", "")
                        .replaceAll("(?m)^#  ", "  "));
        Files.writeString(file(), Files.readString(file()).replace("#environments:", "environments:"));
        assertThat(Files.readString(file())).contains("\noptions:\n  t", "\nenvironments:\n  dev:\n");
        assertThat(validation().diagnostics()).isEmpty();
        assertThat(validation().environments()).containsExactly("dev", "prod");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "domain", value = "sandbox")
    @MojoParameter(name = "connection", value = "con_SandboxSms000000")
    void writesADescriptorForTheSandboxThatNeedsNoVariable(InitMojo init) {
        run(init);
        assertThat(validation().diagnostics()).isEmpty();
        assertThat(validation().unresolved()).isEmpty();
        assertThat(logged()).hasSize(3);
    }

    private Path schema() {
        return folder.resolve("messagemedia-auth0-1.schema.json");
    }

    private static String published() throws IOException {
        return Files.readString(Path.of("docs/schema/messagemedia-auth0-1.schema.json"));
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "offlineSchema", value = "true")
    void writesTheSchemaBesideTheDescriptorForAnEditorWithoutANetwork(InitMojo init) throws IOException {
        run(init);
        assertThat(schema()).hasContent(published());
        assertThat(Files.readString(file()))
                .startsWith("# yaml-language-server: $schema=messagemedia-auth0-1.schema.json\n# SMS login")
                .doesNotContain("https://messagemedia.github.io");
        assertThat(validation().diagnostics()).isEmpty();
        assertThat(logged())
                .startsWith(
                        "INFO Wrote " + schema() + ", the schema for your editor.",
                        "INFO Wrote " + file() + ". What to do next:");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "offlineSchema", value = "true")
    void usesTheSchemaThatIsThereAlready(InitMojo init) throws IOException {
        Files.writeString(schema(), published());
        run(init);
        assertThat(logged()).first().isEqualTo("INFO The schema for your editor exists already: " + schema() + ".");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "offlineSchema", value = "true")
    void leavesAnotherFileInThePlaceOfTheSchema(InitMojo init) throws IOException {
        Files.writeString(schema(), "mine");
        assertThat(failure(init))
                .isEqualTo("This file exists already: " + schema() + ", and it is not this plugin's schema. The goal"
                        + " did not change it.\nMove it or delete it, or leave out"
                        + " -Dmessagemedia.offlineSchema.\n"
                        + "Outcome: failed; no descriptor was written.");
        assertThat(schema()).hasContent("mine");
        assertThat(file()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "init")
    void writesNoSchemaUnasked(InitMojo init) {
        run(init);
        assertThat(schema()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "init")
    void leavesAFileThatIsThere(InitMojo init) throws IOException {
        Files.writeString(file(), "mine");
        assertThat(failure(init))
                .isEqualTo("This file exists already: " + file() + ". The goal did not change it.\n"
                        + "Edit it, or name another file with -Dmessagemedia.file=PATH.\n"
                        + "Outcome: failed; no file was written.");
        assertThat(file()).hasContent("mine");
    }

    @Test
    @InjectMojo(goal = "init")
    void leavesALinkToNothing(InitMojo init) throws IOException {
        Files.createSymbolicLink(file(), folder.resolve("nowhere"));
        assertThat(failure(init)).startsWith("This file exists already: ");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "domain", value = " ")
    @MojoParameter(name = "from", value = " ")
    void namesWhatIsMissingWhereNobodyCanBeAsked(InitMojo init) {
        assertThat(failure(init))
                .isEqualTo("messagemedia.domain and messagemedia.from are missing, and the goal cannot ask in batch"
                        + " mode (-B) or without a terminal.\n"
                        + "Add -Dmessagemedia.domain=acme.eu.auth0.com -Dmessagemedia.from=+61491570156.\n"
                        + "Outcome: failed; no file was written.");
        assertThat(file()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "domain", value = "https://acme.eu.auth0.com/: [evil]")
    void refusesADomainThatWouldNotBeValid(InitMojo init) {
        assertThat(failure(init))
                .startsWith("messagemedia.domain is \"https://acme.eu.auth0.com/: [evil]\".\n"
                        + "Write the tenant's domain, such as acme.eu.auth0.com; or sandbox. In the Auth0");
        assertThat(file()).doesNotExist();
        assertThat(logged()).isEqualTo(List.of());
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "from", value = "0412 345 678")
    void refusesASenderThatCannotSend(InitMojo init) {
        assertThat(failure(init))
                .startsWith(
                        "messagemedia.from is \"0412 345 678\".\nWrite a number with + and its country code, such as"
                                + " +61491570156; or");
    }
}

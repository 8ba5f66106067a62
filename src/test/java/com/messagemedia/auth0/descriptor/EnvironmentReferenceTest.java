package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The environment's name within values and within the names of references. */
final class EnvironmentReferenceTest {

    private static final String FILE = """
            version: 1
            tenant:
              domain: acme-${messagemedia.environment}.eu.auth0.com
              clientId: ${env.CLIENT_${messagemedia.environment}}
              clientSecret: ${env.SECRET_${messagemedia.environment}}
            messageMedia: {server: "mm-${messagemedia.environment}", from: "+61491570156"}
            options: {name: "SMS ${messagemedia.environment}, ${text.${messagemedia.environment}}, $${messagemedia.environment}"}
            environments:
              prod-eu:
              prod.us: {options: {template: "@@password@@ ${messagemedia.environment}"}}
            """;

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("messagemedia-auth0.yaml"), text);
    }

    private static Surroundings surroundings() {
        return new Surroundings()
                .with("messagemedia.environment", "prod-eu,prod.us")
                .with("env.CLIENT_PROD_EU", "client-eu")
                .with("env.SECRET_PROD_EU", "hunter2-of-eu")
                .with("env.CLIENT_PROD_US", "client-us")
                .with("env.SECRET_PROD_US", "hunter2-of-us")
                .with("text.prod-eu", "Europe")
                .with("text.prod.us", "America")
                .withServer("mm-prod-eu", CompleteDescriptor.KEY, CompleteDescriptor.SECRET)
                .withServer("mm-prod.us", CompleteDescriptor.KEY, CompleteDescriptor.SECRET);
    }

    private List<Descriptor> read(String text) throws IOException {
        return Readers.of(surroundings()).readAll(file(text), EnvironmentChoice.of(Optional.of("all")));
    }

    private static String option(Descriptor descriptor, String option) {
        return ((Value.Text) descriptor.desired().get(FieldPath.parse(option)).orElseThrow()).text();
    }

    @Test
    void eachDocumentGetsItsOwnName() throws IOException {
        List<Descriptor> both = read(FILE);
        assertThat(both)
                .extracting(descriptor -> descriptor.tenant().domain())
                .containsExactly("acme-prod-eu.eu.auth0.com", "acme-prod.us.eu.auth0.com");
        assertThat(both.stream().map(descriptor ->
                        (Credentials.ClientSecret) descriptor.tenant().credentials()))
                .extracting(login -> login.clientId() + " " + login.secret().reveal())
                .containsExactly("client-eu hunter2-of-eu", "client-us hunter2-of-us");
        assertThat(option(both.get(0), "name")).contains("SMS prod-eu, Europe, ${messagemedia.environment}");
        assertThat(option(both.get(1), "name")).contains("SMS prod.us, America, ${messagemedia.environment}");
        assertThat(option(both.get(1), "template")).contains("@@password@@ prod.us");
    }

    @Test
    void anothersSecretIsNotAmongAnEnvironmentsSecrets() throws IOException {
        List<Descriptor> both = read(FILE);
        assertThat(both.get(0).secretValues()).contains("hunter2-of-eu").doesNotContain("hunter2-of-us");
        assertThat(both.get(1).secretValues()).contains("hunter2-of-us").doesNotContain("hunter2-of-eu");
    }

    @Test
    void whatIsMissingIsToldForEachEnvironmentByItsOwnName() throws IOException {
        Path file = file(FILE);
        DescriptorReader reader = Readers.of(new Surroundings()
                .with("env.CLIENT_PROD_EU", "client-eu")
                .with("env.CLIENT_PROD_US", "client-us")
                .with("text.prod-eu", "Europe")
                .with("text.prod.us", "America")
                .withServer("mm-prod-eu", CompleteDescriptor.KEY, CompleteDescriptor.SECRET));
        DescriptorException fault = catchThrowableOfType(
                DescriptorException.class, () -> reader.readAll(file, EnvironmentChoice.of(Optional.of("all"))));
        assertThat(Rendered.of(fault.diagnostics())).isEqualTo("""
                messagemedia-auth0.yaml:9:3: environments.prod-eu.tenant.clientSecret refers to ${env.SECRET_PROD_EU}, which is not set
                  9 |   prod-eu:
                    |   ^^^^^^^
                  Set the environment variable SECRET_PROD_EU where Maven runs.

                messagemedia-auth0.yaml:10:3: environments["prod.us"].tenant.clientSecret refers to ${env.SECRET_PROD_US}, which is not set
                  10 |   prod.us: {options: {template: "@@password@@ ${messagemedia.environment}"}}
                     |   ^^^^^^^
                  Set the environment variable SECRET_PROD_US where Maven runs.

                messagemedia-auth0.yaml:10:3: environments["prod.us"].messageMedia.server names the server mm-prod.us, which settings.xml does not have
                  10 |   prod.us: {options: {template: "@@password@@ ${messagemedia.environment}"}}
                     |   ^^^^^^^
                  Add a <server> with <id>mm-prod.us</id>, <username> and <password> to settings.xml.
                """);
    }

    @Test
    void aCheckWithoutSecretsListsEachName() throws IOException {
        Validation validation = Readers.of(new Surroundings()).validate(file(FILE), Optional.empty());
        assertThat(validation.diagnostics()).isEmpty();
        assertThat(validation.unresolved())
                .extracting(Validation.UnresolvedReference::name)
                .contains("env.SECRET_PROD_EU", "env.SECRET_PROD_US", "server mm-prod.us", "text.prod.us");
    }

    @Test
    void aReferenceThatTheBuildAllowsIsNamedAsResolved() throws IOException {
        Path file = file(FILE.replace("$${messagemedia.environment}", "${env.API_KEY_${messagemedia.environment}}"));
        assertThat(Rendered.of(Readers.of(surroundings())
                        .validate(file, Optional.empty())
                        .diagnostics()))
                .contains("refers to ${env.API_KEY_PROD_EU}, whose name suggests a credential")
                .contains("-Dmessagemedia.allowedReferences=env.API_KEY_PROD_EU");
    }

    @Test
    void aPublishedDescriptorKeepsTheReferenceButNotFilesByIt() throws IOException {
        DescriptorReader reader = Readers.of(new Surroundings());
        reader.requirePortable(file(FILE));
        Path file = file(FILE.replace("${env.SECRET_", "${file:keys/"));
        DescriptorException fault = catchThrowableOfType(DescriptorException.class, () -> reader.requirePortable(file));
        assertThat(Rendered.of(fault.diagnostics()))
                .contains("refers to the file keys/ENVIRONMENT beside the descriptor");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${env.A_${messagemedia.environment}}                  | ${env.A_PROD_E.U}                 | ${env.A_ENVIRONMENT}
            ${messagemedia.environment}                           | prod-e.u                          | ${messagemedia.environment}
            ${file:${messagemedia.environment}.pem}               | ${file:prod-e.u.pem}              | ${file:ENVIRONMENT.pem}
            ${env.A} ${messagemedia.environment}                  | ${env.A} prod-e.u                 | ${env.A} ${messagemedia.environment}
            $${messagemedia.environment}                          | $${messagemedia.environment}      | $${messagemedia.environment}
            $${env.A_${messagemedia.environment}}                 | $${env.A_prod-e.u}                | $${env.A_${messagemedia.environment}}
            ${env.${messagemedia.environment}_${messagemedia.environment}} | ${env.PROD_E.U_PROD_E.U} | ${env.ENVIRONMENT_ENVIRONMENT}
            """)
    void dashesAndDotsAreUnderscoresInVariablesOnly(String text, String resolved, String flat) {
        String variables = resolved.contains("env.") ? resolved.replace("E.U", "E_U") : resolved;
        assertThat(EnvironmentReference.resolved(text, "prod-e.u")).isEqualTo(variables);
        assertThat(EnvironmentReference.flat(text)).isEqualTo(flat);
    }

    @Test
    void aNameThatTheSchemaRefusesIsNotWritten() {
        assertThat(EnvironmentReference.resolved("${env.A_${messagemedia.environment}}", "x}${env.B"))
                .isEqualTo("${env.A_${messagemedia.environment}}");
    }
}

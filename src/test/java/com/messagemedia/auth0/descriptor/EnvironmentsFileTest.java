package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Environments in a file of their own mean what they mean in the descriptor. Faulty files are among the cases of
 * FaultyDescriptorsTest, foreign ones in ForeignEnvironmentsFileTest.
 */
final class EnvironmentsFileTest {

    private static final String SHARED = """
            version: 1
            messageMedia: {server: mm, from: "+61491570156"}
            options: {template: "Code: @@password@@", syntax: md_with_macros}
            tenant: {server: "auth0-${messagemedia.environment}"}
            rollout: [[dev], ["prod-*"]]
            """;

    /** A long list: its lines are far behind the last line of the descriptor. */
    private static final String LIST = """
            # One tenant in each block.
            dev:
              tenant: {domain: acme-dev.eu.auth0.com}
            prod-eu: &prod
              protected: true
              tenant: {domain: acme-eu.eu.auth0.com}
              options: {totp: {length: 8}}
            prod-us:
              tenant: {domain: "${host.us}"}
              options: {template: "${env.TEMPLATE}"}
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void describe() throws IOException {
        file = Files.writeString(folder.resolve("d.yaml"), SHARED + "environmentsFile: tenants.yaml\n");
    }

    private Path list(String text) throws IOException {
        return Files.writeString(folder.resolve("tenants.yaml"), text);
    }

    private static DescriptorReader reader() {
        Surroundings surroundings = new Surroundings()
                .with("host.us", "acme-us.us.auth0.com")
                .with("env.TEMPLATE", "@@password@@ is it")
                .withServer("mm", CompleteDescriptor.KEY, CompleteDescriptor.SECRET);
        for (String name : List.of("dev", "prod-eu", "prod-us")) {
            surroundings.withServer("auth0-" + name, "id", "secret-of-" + name);
        }
        return Readers.of(surroundings);
    }

    private String faults() {
        return Rendered.of(reader().validate(file, Optional.empty()).diagnostics());
    }

    private static EnvironmentChoice all() {
        return EnvironmentChoice.of(Optional.of("all"));
    }

    @Test
    void meansTheSameAsInTheDescriptor() throws IOException {
        list(LIST);
        Path inside = Files.writeString(folder.resolve("inside.yaml"), SHARED + "environments:\n" + LIST.indent(2));
        List<Descriptor> found = reader().readAll(file, all());
        List<Descriptor> expected = reader().readAll(inside, all());

        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*origins.*", ".*fileName", ".*[oO]rigin.*", ".*rollout.place.*")
                .isEqualTo(expected);
        assertThat(found).extracting(Descriptor::protectedEnvironment).containsExactly(false, true, false);
        assertThat(found.get(1).rollout().waves(List.of("prod-eu", "dev"))).hasSize(2);
        assertThat(faults()).isEmpty();
        assertThat(reader().read(file, Optional.of("prod-us")).tenant().address())
                .isEqualTo(expected.get(2).tenant().address());
    }

    @Test
    void aPlaceIsInTheFileThatSaysIt() throws IOException {
        list(LIST);
        Descriptor us = reader().read(file, Optional.of("prod-us"));
        assertThat(us.origins())
                .containsEntry(FieldPath.parse("template"), new Origin("tenants.yaml", 10, 23))
                .containsEntry(FieldPath.parse("syntax"), new Origin("d.yaml", 3, 51));
        assertThat(us.tenant().domainOrigin()).isEqualTo(new Origin("tenants.yaml", 9, 20));
    }

    @Test
    void whatIsNotSetIsListedByFileAndLine() throws IOException {
        list(LIST);
        assertThat(Readers.of(new Surroundings())
                        .validate(file, Optional.empty())
                        .unresolved())
                .extracting(missing -> missing.name() + " " + missing.line())
                .containsExactly(
                        "server mm line 2",
                        "server auth0-dev line 4",
                        "server auth0-prod-eu line 4",
                        "server auth0-prod-us line 4",
                        "host.us line 9 of tenants.yaml",
                        "env.TEMPLATE line 10 of tenants.yaml");
    }

    @Test
    void aChoiceThatTheFileLacksIsToldThere() throws IOException {
        list(LIST);
        DescriptorException fault =
                catchThrowableOfType(DescriptorException.class, () -> reader().read(file, Optional.of("prod-uk")));
        assertThat(fault.problem()).isEqualTo("tenants.yaml has 1 error.");
        assertThat(fault.remedy()).isEqualTo("Correct tenants.yaml and run the goal again.");
        assertThat(Rendered.of(fault.diagnostics())).isEqualTo("""
                tenants.yaml:2:1: environments do not include prod-uk; the file has: dev, prod-eu, prod-us
                  2 | dev:
                    | ^
                  Did you mean prod-us?
                """);
    }

    @Test
    void faultsInBothFilesNameBoth() throws IOException {
        Files.writeString(file, Files.readString(file).replace("mm,", "mm, region: ch,"));
        list(LIST.replace("length: 8", "length: 80"));
        DescriptorException fault =
                catchThrowableOfType(DescriptorException.class, () -> reader().readAll(file, all()));
        assertThat(fault.problem()).isEqualTo("d.yaml and tenants.yaml have 2 errors.");
        assertThat(fault.remedy()).isEqualTo("Correct d.yaml and tenants.yaml and run the goal again.");
        assertThat(fault.diagnostics())
                .extracting(found -> found.origin().toString())
                .containsExactly("d.yaml:2:36", "tenants.yaml:7:28");
    }

    @Test
    void aReferenceWithoutAValueIsToldAtItsLine() throws IOException {
        list(LIST);
        DescriptorException fault = catchThrowableOfType(
                DescriptorException.class,
                () -> Readers.of(new Surroundings()
                                .withServer("mm", CompleteDescriptor.KEY, CompleteDescriptor.SECRET)
                                .withServer("auth0-prod-us", "id", "secret"))
                        .read(file, Optional.of("prod-us")));
        assertThat(Rendered.of(fault.diagnostics())).contains("""
                        tenants.yaml:9:20: environments.prod-us.tenant.domain refers to ${host.us}, which is not set
                          9 |   tenant: {domain: "${host.us}"}
                        """, """
                        tenants.yaml:10:23: environments.prod-us.options.template refers to ${env.TEMPLATE}, which is not set
                          10 |   options: {template: "${env.TEMPLATE}"}
                        """);
    }

    @Test
    void aMissingServerIsToldAtTheEnvironmentInItsFile() throws IOException {
        list("prod-uk: {tenant: {domain: acme-uk.eu.auth0.com}}\ndev:\nprod-us:\n");
        DescriptorException fault =
                catchThrowableOfType(DescriptorException.class, () -> reader().read(file, Optional.of("prod-uk")));
        assertThat(Rendered.of(fault.diagnostics()))
                .startsWith("tenants.yaml:1:1: environments.prod-uk.tenant.server names the server auth0-prod-uk, which"
                        + " settings.xml does not have\n  1 | prod-uk: {tenant:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF%s", "---\n%s", "# x\r\n%s", "%s...\n"})
    void theFileMayBeginAndEndAsADescriptor(String form) throws IOException {
        list(form.formatted(LIST));
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dev\": {\"tenant\": {\"domain\": \"a-dev.eu.auth0.com\"}}, \"prod-eu\": {\"tenant\": {\"domain\": \"b.eu.auth0.com\"}}}",
                "{\n  \"dev\": {\n    \"tenant\": {\"domain\": \"a.eu.auth0.com\"}\n  }, prod-eu: {tenant: {domain: b.eu.auth0.com}}\n}",
                "dev:\n  tenant:\n    domain: a.eu.auth0.com\nprod-eu: # the canary\n  tenant: {domain: b.eu.auth0.com}\n",
                "dev: {tenant: {domain: a.eu.auth0.com}}\n\nprod-eu: {protected: true, tenant: {domain: b.eu.auth0.com}}"
            })
    void eachWayToWriteItIsTaken(String text) throws IOException {
        list(text);
        assertThat(faults()).isEmpty();
    }

    @Test
    void namesAloneAreEnvironments() throws IOException {
        Files.writeString(
                file,
                "version: 1\nremove: [from]\ntenant: {domain: \"sandbox/${messagemedia.environment}\"}\nenvironmentsFile: tenants.yaml\n");
        list("dev:\nprod-eu: {}\nprod-us: null # to come\n");
        assertThat(reader().validate(file, Optional.empty()).environments())
                .containsExactly("dev", "prod-eu", "prod-us");
        assertThat(faults()).isEmpty();
    }

    @Test
    void theFileMayBeInAFolderBelow() throws IOException {
        Files.createDirectory(folder.resolve("tenants"));
        Files.writeString(folder.resolve("tenants/all.yaml"), LIST.replace("length: 8", "length: eight"));
        Files.writeString(file, SHARED + "environmentsFile: ./tenants/all.yaml\n");
        assertThat(faults()).startsWith("tenants/all.yaml:7:28: environments.prod-eu.options.totp.length must be");
    }

    @Test
    void aLinkMayLeadToAFileOfTheFolderOnly(@TempDir Path elsewhere) throws IOException {
        Path target = Files.writeString(folder.resolve("of-today.yaml"), LIST);
        Path link = Files.createSymbolicLink(folder.resolve("tenants.yaml"), target);
        assertThat(faults()).isEmpty();
        Files.delete(target);
        assertThat(faults())
                .startsWith("d.yaml:6:19: environmentsFile names tenants.yaml, which is a link to a file that does not"
                        + " exist\n  6 | environmentsFile: tenants.yaml\n")
                .endsWith("  Correct the link, or name the file itself.\n");
        Files.delete(link);
        Files.createSymbolicLink(link, Files.writeString(elsewhere.resolve("hunter2.yaml"), LIST));
        assertThat(faults())
                .startsWith("d.yaml:6:19: environmentsFile names a file outside the descriptor's folder\n")
                .doesNotContain("hunter2");
    }

    /** The two lists of lines meet at the border: the last line of the one, the first line of the other. */
    @Test
    void theBorderOfTheFilesIsExact() throws IOException {
        Files.writeString(file, "version: 1\nmessageMedia: {server: mm, from: A}\nenvironmentsFile: tenants.yaml");
        list("dev: {tenant: {domain: a.eu.auth0.com, server: s, token: x}}");
        assertThat(reader().validate(file, Optional.empty()).diagnostics())
                .extracting(found -> found.origin().toString())
                .contains("tenants.yaml:1:58")
                .allMatch(place -> place.startsWith("d.yaml:2:") || place.startsWith("tenants.yaml:1:"));
    }

    @Test
    void aTextIsReadWithTheFileBesideIt() throws IOException {
        list("dev: {tenant: {domain: sandbox}}\n");
        DescriptorException fault = catchThrowableOfType(
                DescriptorException.class,
                () -> reader().readText(file, "version: 1\nenvironmentsFile: tenants.yaml\n"));
        assertThat(Rendered.of(fault.diagnostics())).contains("are defined, but none is chosen; the file has: dev");
    }

    @Test
    void aPublishedDescriptorIsOneFile() {
        DescriptorException fault =
                catchThrowableOfType(DescriptorException.class, () -> reader().requirePortable(file));
        assertThat(Rendered.of(fault.diagnostics())).isEqualTo("""
                d.yaml:6:19: environmentsFile names a file beside the descriptor, which is not published with it
                  6 | environmentsFile: tenants.yaml
                    |                   ^^^^^^^^^^^^
                  Write the environments into the descriptor.
                """);
    }
}

package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.testing.Seeds;
import com.messagemedia.auth0.yaml.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file of environments holds: there are diagnostics within one of the two files and without secrets, and nothing else. */
final class EnvironmentsFileFuzzTest {

    private static final String PLANTED = "planted-secret-5b1e";

    private static final String DESCRIPTOR = """
            version: 1
            messageMedia: {server: messagemedia, from: "+61491570156"}
            tenant: {server: auth0}
            options: {template: "@@password@@", syntax: md_with_macros}
            environmentsFile: tenants.yaml
            rollout: [[dev], ["*"]]
            """;

    private static Path folder;

    @BeforeAll
    static void describe() throws IOException {
        folder = Files.createTempDirectory("environments");
        Files.writeString(folder.resolve("d.yaml"), DESCRIPTOR);
    }

    @AfterAll
    static void delete() throws IOException {
        Files.delete(folder.resolve("d.yaml"));
        Files.deleteIfExists(folder.resolve("tenants.yaml"));
        Files.delete(folder);
    }

    static Stream<byte[]> files() {
        return Stream.concat(
                Seeds.files("src/test/resources/descriptor/environments", ".yml"),
                Seeds.texts(
                        "dev:\n  tenant:\n    domain: sandbox\n    token: HERE\nprod:\n  tenant:\n    clientSecret: HERE\n",
                        "dev: {tenant: {domain: sandbox, token: hunter2}}\nprod: &a\n  tenant: *a\n",
                        "dev:\nprod: {connection: x, tenant: {domain: sandbox, server: ''}}",
                        "{dev: {options: {totp: {length: 3}}}}",
                        "\uFEFF---\r\ndev: !x {}\r\n"));
    }

    @MethodSource("files")
    @FuzzTest
    void leadsToDiagnosticsAlone(byte[] content) throws IOException {
        String planted = DescriptorFuzzTest.SECRET
                .matcher(new String(content, StandardCharsets.ISO_8859_1))
                .replaceAll("$1" + PLANTED);
        Files.write(folder.resolve("tenants.yaml"), planted.getBytes(StandardCharsets.ISO_8859_1));
        Validation validation = Readers.of(new Surroundings()).validate(folder.resolve("d.yaml"), Optional.empty());
        assertThat(validation.toString()).doesNotContain(PLANTED);
        String text = Files.readString(folder.resolve("tenants.yaml"), StandardCharsets.ISO_8859_1);
        Map<String, Integer> lines = Map.of(
                "d.yaml", SourceText.split(DESCRIPTOR).size(),
                "tenants.yaml", SourceText.split(text).size());
        for (Diagnostic found : validation.diagnostics()) {
            assertThat(found + found.remedy() + found.sourceLine()).doesNotContain(PLANTED);
            assertThat(lines).containsKey(found.origin().file());
            assertThat(found.origin().line())
                    .as("%s", found)
                    .isBetween(0, lines.get(found.origin().file()));
        }
    }
}

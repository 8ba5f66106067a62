package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is not a list of environments, or holds secrets, is refused without a word of it that could be a secret. */
final class ForeignEnvironmentsFileTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void describe() throws IOException {
        file = Files.writeString(folder.resolve("d.yaml"), """
                version: 1
                messageMedia: {server: mm, from: "+61491570156"}
                options: {template: "Code: @@password@@", syntax: md_with_macros}
                tenant: {server: "auth0-${messagemedia.environment}"}
                environmentsFile: tenants.yaml
                """);
    }

    private void list(String text) throws IOException {
        Files.writeString(folder.resolve("tenants.yaml"), text);
    }

    private String faults() {
        return Rendered.of(
                Readers.of(new Surroundings()).validate(file, Optional.empty()).diagnostics());
    }

    @Test
    void aFileThatIsTooLargeOrNoTextIsRefused() throws IOException {
        list("#".repeat((1 << 20) + 1));
        assertThat(faults()).isEqualTo("tenants.yaml: is larger than 1 MiB\n  Check that it is the right file.\n");
        Files.write(folder.resolve("tenants.yaml"), "dev:\n  # caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(faults())
                .isEqualTo("tenants.yaml:2:1: has bytes that are not UTF-8 in this line\n  Save the file in UTF-8.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "root:x:0:0:root:/root:/bin/bash\n",
                "hunter2: hunter3\n",
                "db:\n  pass: hunter2\n",
                "users:\n- name: hunter2\n",
                "'hunter2 is a line': x\n",
                "hunter2\n",
                "- hunter2\n",
                "notes: {x: hunter2",
                "{\"auths\": {\"acme.example\": {\"note\": \"hunter2\"}}}",
                "apiVersion: v1\nkind: [hunter2\n"
            })
    void nothingIsShownOfAnotherProgramsFile(String content) throws IOException {
        list(content);
        assertThat(faults()).startsWith("tenants.yaml").doesNotContain("hunter", " | ");
    }

    @Test
    void noSecretOfTheFileIsShown() throws IOException {
        list("""
                dev: {tenant: {domain: a.eu.auth0.com, clientSecret: hunter2, clientId: a, x: 1}}
                prod-eu:
                  tenant:
                    domian: b.eu.auth0.com
                    privateKey: |
                      hunter3
                prod-us: {options: {gateway_authentication: {secret: hunter4, x: [}}
                """);
        assertThat(faults()).startsWith("tenants.yaml:7:").contains("  7 | ").doesNotContain("hunter");
        list(Files.readString(folder.resolve("tenants.yaml")).replace("x: [", "x: 1}"));
        assertThat(faults()).contains("  1 | dev: ", "  7 | prod-us: ").doesNotContain("hunter");
    }
}

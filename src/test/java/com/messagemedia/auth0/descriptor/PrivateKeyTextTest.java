package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.descriptor.TenantRules.PrivateKeyText;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Diagnostic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrivateKeyTextTest {

    private static final String YAML = """
            version: 1
            tenant: {domain: acme.eu.auth0.com, clientId: abc, privateKey: "${env.KEY}"}
            options: {name: SMS}
            """;

    @TempDir
    private Path folder;

    private DescriptorReader reader(String key) {
        return Readers.of(new Surroundings().with("env.KEY", key));
    }

    /** As variables hold it that keep one line alone. */
    @ParameterizedTest
    @CsvSource({"'\\n'", "'\\r\\n'", "'\n'"})
    void lineBreaksMayBeWrittenAsABackslashAndAnN(String lineBreak) {
        String key =
                String.join(lineBreak, "-----BEGIN PRIVATE KEY-----", "aHVudGVyMg==", "-----END PRIVATE KEY-----", "");

        Descriptor read = reader(key).readText(folder.resolve("d.yaml"), YAML);
        Credentials.PrivateKey way = (Credentials.PrivateKey) read.tenant().credentials();

        assertThat(way.pem().reveal())
                .isEqualTo("-----BEGIN PRIVATE KEY-----\naHVudGVyMg==\n-----END PRIVATE KEY-----\n");
        assertThat(read.secretValues()).contains(key, way.pem().reveal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-----BEGIN ENCRYPTED PRIVATE KEY-----hunter2 | is an encrypted private key, and the plugin has no passphrase for it",
                "-----BEGIN PUBLIC KEY-----hunter2 | is a public key, but signing needs the private key",
                "-----BEGIN CERTIFICATE-----hunter2 | is a public key, but signing needs the private key",
                "-----BEGIN PRIVATE KEY-----hunter2 | is an incomplete private key: it has no -----END PRIVATE KEY----- line",
                "'\"-----BEGIN PRIVATE KEY-----hunter2-----END PRIVATE KEY-----\"' | is a private key with other text around it, such as quotes",
                "hunter2 | is not an unencrypted private key in PEM form",
            })
    void whatIsWrongWithItIsToldAtItsLine(String key, String problem) throws Exception {
        List<Diagnostic> found = reader(key)
                .validate(Files.writeString(folder.resolve("d.yaml"), YAML), Optional.empty())
                .diagnostics();

        assertThat(found)
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.headline()).isEqualTo("d.yaml:2:64: tenant.privateKey " + problem));
        assertThat(Rendered.of(found)).doesNotContain("hunter2");
    }

    @Test
    void theRemedyForAKeyThatIsCutOffTellsHowToKeepItInOneLine() {
        assertThat(PrivateKeyText.fault("", "-----BEGIN PRIVATE KEY-----")
                        .orElseThrow()
                        .remedy())
                .isEqualTo(
                        "Give the whole text. In a variable that can hold only one line, write each line break as \\n.");
    }
}

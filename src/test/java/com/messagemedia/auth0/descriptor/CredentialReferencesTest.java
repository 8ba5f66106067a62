package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** References to keys, ids, secrets and tokens: the reader cleans their values by one rule, and refuses the rest. */
final class CredentialReferencesTest {

    private static final String CREDENTIALS = """
            version: 1
            tenant: {domain: acme.eu.auth0.com, clientId: "${env.ID}", clientSecret: "${file:s}"}
            messageMedia: {server: m, from: "+61491570156"}
            """;

    @TempDir
    private Path folder;

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("d.yaml"), yaml);
    }

    private static String faults(DescriptorReader reader, Path file) {
        DescriptorException[] refused = new DescriptorException[1];
        assertThatExceptionOfType(DescriptorException.class)
                .isThrownBy(() -> reader.read(file, Optional.empty()))
                .satisfies(found -> refused[0] = found);
        return Rendered.of(refused[0].diagnostics());
    }

    @Test
    void toCredentialsLoseAByteOrderMarkAndOneLineBreak() throws IOException {
        Surroundings surroundings = new Surroundings()
                .with("env.ID", "\uFEFFan-id\r\n")
                .with("file:s", "\uFEFFa-secret\n")
                .withServer("m", "a-key\n", "\uFEFFa-pass\n");
        Descriptor read = Readers.of(surroundings).read(write(CREDENTIALS), Optional.empty());
        assertThat(read.tenant().credentials())
                .isEqualTo(new Credentials.ClientSecret("an-id", new Secret("a-secret")));
        assertThat(read.desired().get(OptionPaths.SUBJECT)).contains(Value.of("a-key"));
        assertThat(read.desired().get(OptionPaths.AUDIENCE)).contains(Value.of("a-pass"));
    }

    @Test
    void toCredentialsThatNobodyFilledInAreErrorsWhereverTheyStand() throws IOException {
        Surroundings surroundings = new Surroundings()
                .with("env.ID", "'an-id'")
                .with("file:s", "##Secret##")
                .withServer("m", "a-key", "********")
                .withServer("a", "an-id", "${env.AUTH0_SECRET}");
        assertThat(faults(Readers.of(surroundings), write(CREDENTIALS)))
                .contains(
                        "tenant.clientId is a text in quotes (the quotes would be sent), not a credential",
                        "tenant.clientSecret is a variable in ## that was not replaced, not a credential",
                        "messageMedia.server is asterisks, the mask of a secret, not a credential",
                        "Write the credential itself into that server of settings.xml, without quotes, or set the variable"
                                + " that it refers to.")
                .doesNotContain("an-id", "##Secret", "****");
        String byServer = CREDENTIALS.replaceFirst("clientId: .*}", "server: a}");
        assertThat(faults(Readers.of(surroundings), write(byServer)))
                .contains("tenant.server is a variable in braces that was not replaced, not a credential")
                .doesNotContain("an-id", "AUTH0_SECRET");
    }

    @Test
    void toCredentialsWithAnythingElseThatNobodySeesAreErrorsThatNameIt() throws IOException {
        Surroundings surroundings = new Surroundings()
                .with("env.ID", "an\u00A0id")
                .with("file:s", "a-secret\nb")
                .withServer("m", "a-key", "a\u200Bpass");
        assertThat(faults(Readers.of(surroundings), write(CREDENTIALS)))
                .contains(
                        "tenant.clientId holds the character U+00A0 NO-BREAK SPACE, which no key, id, secret or token has",
                        "tenant.clientSecret holds the character U+000A LINE FEED (LF), which no key",
                        "messageMedia.server holds the character U+200B ZERO WIDTH SPACE, which no key",
                        "Copy it again, without the text around it.")
                .doesNotContain("a-secret", "pass");
    }

    @Test
    void toIdsOfApplicationsFollowTheSameRule() throws IOException {
        String yaml = "version: 1\ntenant: {domain: sandbox}\nenabledClients: [\"${web}\"]\n";
        Surroundings surroundings = new Surroundings().with("web", "\uFEFF AcmeWebClient\u00A0\r\n");
        assertThat(Readers.of(surroundings).read(write(yaml), Optional.empty()).enabledClients())
                .containsExactly("AcmeWebClient");
        surroundings.with("web", "Acme\u00A0WebClient");
        assertThat(faults(Readers.of(surroundings), write(yaml)))
                .contains(
                        "d.yaml:3:18: enabledClients holds the character U+00A0 NO-BREAK SPACE, which no key, id, secret or token");
    }
}

package com.messagemedia.auth0.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.SandboxSettings.SandboxClient;
import com.messagemedia.auth0.testing.Pipe;
import com.messagemedia.auth0.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to sign in, from the descriptor to the tenant. */
class SignInTest {

    private static KeyPair ours;
    private static KeyPair other;

    @TempDir
    private Path folder;

    @BeforeAll
    static void generateKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        ours = generator.generateKeyPair();
        other = generator.generateKeyPair();
    }

    private static String pem(KeyPair pair) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    }

    private Rehearsal rehearsal(String login) {
        SandboxClient client = SandboxClient.PUBLISHED.withKey(ours.getPublic());
        Rehearsal rehearsal = Rehearsal.in(folder, SandboxSettings.inMemory().withClient(client));
        String tenant = "version: 1\ntenant:\n  domain: "
                + rehearsal.sandbox().address().domain() + "\n" + login;
        return rehearsal
                .variable("KEY", pem(ours))
                .variable("OTHER_KEY", pem(other))
                .variable("TOKEN", SandboxCredentials.TOKEN)
                .variable("SECRET", SandboxCredentials.CLIENT_SECRET)
                .describeWhole(tenant + Rehearsal.MESSAGE_MEDIA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "PS256"})
    void privateKeySignsAnAssertion(String algorithm) {
        String login = "  clientId: sandbox-client-id\n  privateKey: ${env.KEY}\n  algorithm: " + algorithm + "\n";
        try (Rehearsal rehearsal = rehearsal(login)) {
            rehearsal.applyTwice();
        }
    }

    @Test
    void anotherPrivateKeyIsRefusedAndNothingWritten() {
        String login = "  clientId: sandbox-client-id\n  privateKey: ${env.OTHER_KEY}\n";
        try (Rehearsal rehearsal = rehearsal(login)) {
            Fault fault = rehearsal.refused();
            assertThat(fault.problem())
                    .contains("Getting a Management API token")
                    .doesNotContain("PRIVATE KEY");
            assertThat(rehearsal.requests()).containsExactly(Rehearsal.TOKEN);
        }
    }

    @Test
    void clientSecretComesFromTheEnvironment() {
        try (Rehearsal rehearsal = rehearsal("  clientId: sandbox-client-id\n  clientSecret: ${env.SECRET}\n")) {
            rehearsal.applyTwice();
        }
    }

    @Test
    void readyTokenSparesTheTokenRequest() {
        try (Rehearsal rehearsal = rehearsal("  token: ${env.TOKEN}\n")) {
            rehearsal.apply();
            assertThat(rehearsal.requests()).containsExactly(Rehearsal.LIST, Rehearsal.PATCH);
        }
    }

    @ParameterizedTest
    @CsvSource({"/dev/zero, zero is not a regular file", "pipe, pipe is not a regular file", "none, none does not exist"
    })
    @DisabledOnOs(OS.WINDOWS)
    void certificatesThatAreNoFileAreRefusedBeforeAnythingIsSent(String path, String problem) throws IOException {
        try (Pipe pipe = new Pipe(folder.resolve("pipe"));
                Rehearsal rehearsal = rehearsal("  token: ${env.TOKEN}\n  caCertificates: " + path + "\n")) {
            assertThat(pipe).isNotNull();
            assertThat(rehearsal.refused()).hasMessage("The CA certificates cannot be read: " + problem + ".");
            assertThat(rehearsal.requests()).isEmpty();
        }
    }
}

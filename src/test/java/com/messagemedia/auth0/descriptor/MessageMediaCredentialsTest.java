package com.messagemedia.auth0.descriptor;

import static com.messagemedia.auth0.descriptor.CompleteDescriptor.KEY;
import static com.messagemedia.auth0.descriptor.CompleteDescriptor.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MessageMediaCredentialsTest {

    private static final String HEAD = "version: 1\ntenant: {domain: sandbox}\nmessageMedia: {from: Acme, ";
    private static final String PAIR = HEAD + "apiKey: \"${env.K}\", apiSecret: \"${env.S}\"}\n";
    private static final String SERVER = HEAD + "server: mm}\n";

    @TempDir
    private Path folder;

    private List<String> found(String yaml, String key, String secret) throws IOException {
        Surroundings surroundings =
                new Surroundings().with("env.K", key).with("env.S", secret).withServer("mm", key, secret);
        Path file = Files.writeString(folder.resolve("d.yaml"), yaml);
        return Readers.of(surroundings).validate(file, Optional.empty()).diagnostics().stream()
                .map(Diagnostic::headline)
                .toList();
    }

    @Test
    void ofTheUsualFormAreTakenInSilence() throws IOException {
        assertThat(found(PAIR, KEY, SECRET)).isEmpty();
        assertThat(found(SERVER, KEY, SECRET)).isEmpty();
    }

    @Test
    void ofAnotherFormAreWarnedOf() throws IOException {
        assertThat(found(PAIR, KEY + "x", SECRET + "x"))
                .containsExactly(
                        "d.yaml:3:36: warning: messageMedia.apiKey does not look like an API key of MessageMedia",
                        "d.yaml:3:59: warning: messageMedia.apiSecret does not look like an API secret of MessageMedia");
        assertThat(found(SERVER, KEY + "x", SECRET))
                .containsExactly(
                        "d.yaml:3:36: warning: messageMedia.server does not look like an API key of MessageMedia");
        assertThat(found(SERVER, KEY, SECRET + "x"))
                .containsExactly(
                        "d.yaml:3:36: warning: messageMedia.server does not look like an API secret of MessageMedia");
    }

    @Test
    void withAColonInTheKeyAreRefused() throws IOException {
        assertThat(found(PAIR, KEY + ":", SECRET))
                .containsExactly("d.yaml:3:36: messageMedia.apiKey holds a colon, which no API key has");
        assertThat(found(SERVER, KEY + ":", SECRET))
                .containsExactly("d.yaml:3:36: messageMedia.server holds a colon, which no API key has");
    }
}

package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.testing.Colleague;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox of its own on a port, with what a rollback's tests ask of it; no file of theirs may hold a secret in clear. */
abstract class RollbackRehearsal extends RunningTenantTest {

    static final String ID = "con_SandboxSms000000";
    static final String KEY = "rehearsal-passphrase-0001";

    @BeforeEach
    void describeTheTenantAndGiveAKey() {
        describe("");
        build().environment("MESSAGEMEDIA_BACKUP_KEY", KEY);
    }

    @AfterEach
    void noSecretIsOnTheDisk() throws IOException {
        for (Path file : backups()) {
            assertThat(Files.readString(file))
                    .doesNotContain(KEY)
                    .doesNotContain(SECRETS.stream()
                            .filter(secret -> !secret.equals(SandboxCredentials.TWILIO_TOKEN))
                            .toList())
                    .doesNotContain("\"" + SandboxCredentials.TWILIO_TOKEN + "\"");
        }
    }

    List<Path> backups() throws IOException {
        Path kept = folder.resolve("target/messagemedia/backups");
        if (Files.notExists(kept)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(kept)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    Map<String, Value> options() {
        return ((Tree) sandbox.tenant().connection("sms").members().get("options")).members();
    }

    void colleagueSets(String option, Value value) {
        new Colleague(sandbox).sets(option, value);
    }

    List<String> lastLines(int count) {
        List<String> lines = logged().stream()
                .map(line -> line.replaceAll("#[0-9a-f]{4}", "#mark"))
                .toList();
        return lines.subList(lines.size() - count, lines.size());
    }
}

package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.rollback.Backup;
import com.messagemedia.auth0.rollback.BackupFolder;
import com.messagemedia.auth0.rollback.BackupPlan;
import com.messagemedia.auth0.rollback.RunId;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.store.AtomicTextFile;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.QuickDerivation;
import com.messagemedia.auth0.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A known secret that stands in Auth0 where none is expected is in no file that the plugin writes. */
@ExtendWith(QuickDerivation.class)
class RedactedFilesTest {

    private static final String KNOWN = "SandboxApiSecret00000000000000";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void start() {
        rehearsal = Rehearsal.in(folder, SandboxSettings.inMemory())
                .describe(MESSAGE_MEDIA
                        + "options:\n  template: \"Your code: @@password@@\"\n  syntax: md_with_macros\n");
    }

    @AfterEach
    void stop() {
        rehearsal.close();
    }

    @Test
    void aBackupSealsAValueThatContainsAWholeSecret() throws IOException {
        rehearsal
                .set("template", "\"@@password@@ " + KNOWN + "\"")
                .set("gateway_url", "\"https://acme:not-known-1@sms.acme.example\"");
        for (Optional<Secret> key : List.of(Optional.of(new Secret("a long passphrase")), Optional.<Secret>empty())) {
            String text = Files.readString(backup(key));
            assertThat(text).doesNotContain(KNOWN, "not-known-1");
            assertThat(text).contains("\"template\"", "\"gateway_url\"");
        }
    }

    @Test
    void aBackupNamesNoOptionByASecret() throws IOException {
        rehearsal.describe(MESSAGE_MEDIA + "remove: [k-" + KNOWN + "]\n").set("k-" + KNOWN, "1");
        assertThat(Files.readString(backup(Optional.of(new Secret("a long passphrase")))))
                .doesNotContain(KNOWN)
                .contains("\"gateway_url\"");
        assertThat(rehearsal.<Boolean>with(
                        Choices.ADOPT,
                        planner -> new BackupPlan(
                                        planner.planToApply(), rehearsal.descriptor(Choices.ADOPT), Optional.empty())
                                .leavesOut()))
                .isTrue();
    }

    private Path backup(Optional<Secret> key) {
        return rehearsal.with(Choices.ADOPT, planner -> {
            PreparedChange planned = planner.planToApply();
            Backup backup = new BackupPlan(planned, rehearsal.descriptor(Choices.ADOPT), key)
                    .backup("plugin", new RunId("20261124T120000Z-3f9c"))
                    .orElseThrow();
            return new BackupFolder(folder.resolve("backups"), backup.subject(), () -> Instant.EPOCH).keep(backup);
        });
    }

    @Test
    void aSavedPlanNamesNoOptionByASecret() throws IOException {
        rehearsal.set("k-" + KNOWN, "1");
        AtomicTextFile file = new AtomicTextFile(folder.resolve("plan.json"), "plan file");
        rehearsal.with(Choices.ADOPT, planner -> {
            new Apply(planner).saved(planner.plan()).write(file);
            new Apply(planner).requireSame(SavedPlan.read(file), planner.plan());
            return true;
        });
        assertThat(Files.readString(folder.resolve("plan.json")))
                .doesNotContain(KNOWN)
                .contains("k-(secret) #");
    }
}

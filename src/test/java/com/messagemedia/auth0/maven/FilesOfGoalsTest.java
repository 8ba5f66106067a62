package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Other users of the machine read no file that a goal writes for its user. */
@DisabledOnOs(OS.WINDOWS)
class FilesOfGoalsTest extends GoalTest {

    @Test
    void onlyTheirOwnerReadsThem(@InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply)
            throws IOException {
        build().descriptor(SANDBOX).environment("MESSAGEMEDIA_BACKUP_KEY", "rehearsal-passphrase-0001");
        run(plan);
        run(apply);
        Map<String, String> others = new TreeMap<>(permissions());
        assertThat(others).containsKeys("plan.json", "plan.txt", "plan.md", "plan.html", "report.json", "sandbox.json");
        others.values().removeIf("rw-------"::equals);
        assertThat(others).isEmpty();
    }

    /** Of the files that hold something: a lock is empty. */
    private Map<String, String> permissions() throws IOException {
        Map<String, String> permissions = new TreeMap<>();
        Path written = folder.resolve("target/messagemedia");
        try (Stream<Path> files = Files.walk(written)) {
            for (Path file : files.filter(
                            file -> file.toFile().isFile() && file.toFile().length() > 0)
                    .toList()) {
                permissions.put(
                        written.relativize(file).toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        return permissions;
    }
}

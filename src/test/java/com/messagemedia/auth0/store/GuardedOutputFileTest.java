package com.messagemedia.auth0.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GuardedOutputFileTest {

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("messagemedia-auth0.yaml");
    }

    private GuardedOutputFile look() {
        return GuardedOutputFile.look(path, "descriptor");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private void assertNothingElseIsThere() throws IOException {
        try (var files = Files.list(path.resolveSibling(""))) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void remembersWhatTheFileHeldWhenTheGoalBegan() throws IOException {
        assertThat(look().holds("")).isFalse();
        assertThat(look().bytes()).isEmpty();
        Files.writeString(path, "é\n");
        GuardedOutputFile seen = look();
        Files.writeString(path, "other\n");
        assertThat(seen.holds("é\n")).isTrue();
        assertThat(seen.holds("other\n")).isFalse();
        assertThat(seen.bytes()).contains("é\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void newFileMayBeReadByWhomTheUsersFilesMay() throws IOException {
        path = folder.resolve("deep/down/descriptor.yaml");
        look().write("é\n");
        assertThat(path).hasContent("é\n");
        Set<PosixFilePermission> usual = Files.getPosixFilePermissions(Files.createFile(folder.resolve("usual")));
        usual.removeAll(Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE));
        assertThat(Files.getPosixFilePermissions(path)).isEqualTo(usual);
        assertNothingElseIsThere();
    }

    @Test
    void oldFileKeepsItsPermissions() throws IOException {
        Files.setPosixFilePermissions(Files.writeString(path, "old"), PosixFilePermissions.fromString("rw-rw--w-"));
        look().write("new");
        assertThat(path).hasContent("new");
        assertThat(permissions(path)).isEqualTo("rw-rw--w-");
        assertNothingElseIsThere();
    }

    @Test
    void linkStaysOne() throws IOException {
        Path real = Files.writeString(folder.resolve("real.yaml"), "old");
        Files.createSymbolicLink(path, real);
        look().write("new");
        assertThat(path).isSymbolicLink().hasContent("new");
        assertThat(real).hasContent("new");
    }

    @Test
    void whatCameToBeInTheMeantimeIsLeft() throws IOException {
        GuardedOutputFile place = look();
        Files.writeString(path, "a colleague's");
        Fault fault = catchThrowableOfType(Fault.class, () -> place.write("new"));
        assertThat(fault.problem())
                .isEqualTo("Another program changed the descriptor " + path
                        + " while the goal ran. The goal did not change it.");
        assertThat(fault.remedy()).isEqualTo("Check the file, then run the goal again.");
        assertThat(path).hasContent("a colleague's");
        assertNothingElseIsThere();
    }

    @Test
    void linkToNothingThatCameToBeInTheMeantimeIsLeft() throws IOException {
        GuardedOutputFile place = look();
        Files.createSymbolicLink(path, folder.resolve("nowhere"));
        assertThat(catchThrowableOfType(Fault.class, () -> place.write("new"))).isNotNull();
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void whatChangedInTheMeantimeIsLeft() throws IOException {
        Files.writeString(path, "old");
        GuardedOutputFile place = look();
        Files.writeString(path, "a colleague's");
        assertThat(catchThrowableOfType(Fault.class, () -> place.write("new")).problem())
                .startsWith("Another program changed the descriptor ");
        assertThat(path).hasContent("a colleague's");
        assertNothingElseIsThere();
    }

    @Test
    void whatWentInTheMeantimeStaysAway() throws IOException {
        Files.writeString(path, "old");
        GuardedOutputFile place = look();
        Files.delete(path);
        assertThat(catchThrowableOfType(Fault.class, () -> place.write("new")).problem())
                .startsWith("Another program changed the descriptor ");
        assertThat(path).doesNotExist();
    }

    @Test
    void folderInPlaceOfTheFileIsTold() throws IOException {
        Files.createDirectory(path);
        assertThat(catchThrowableOfType(Fault.class, this::look).problem())
                .isEqualTo("The descriptor " + path + " is a folder.");
    }

    @Test
    void fileInPlaceOfTheFolderIsTold() throws IOException {
        Files.writeString(path, "old");
        path = path.resolve("descriptor.yaml");
        Fault fault = catchThrowableOfType(Fault.class, () -> look().write("new"));
        assertThat(fault.problem()).startsWith("The descriptor " + path + " could not be written (");
        assertThat(fault.remedy()).isEqualTo("Check that its folder exists, is writable and has free space.");
    }
}

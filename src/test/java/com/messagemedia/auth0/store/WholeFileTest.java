package com.messagemedia.auth0.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {

    @TempDir
    private Path folder;

    private WholeFile file(String name) {
        return new WholeFile(folder.resolve(name), "plan file");
    }

    @Test
    void textComesBackAndTheFolderIsMade() {
        WholeFile file = file("deep/down/plan.json");
        assertThat(file.read()).isEmpty();
        file.write("é\n");
        assertThat(file.read()).contains("é\n");
        file.write("");
        assertThat(file.read()).contains("");
    }

    @Test
    void fileIsReadableByItsOwnerAloneThoughTheOldOneWasNot() throws IOException {
        Path path = Files.writeString(folder.resolve("plan.json"), "old");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        file("plan.json").write("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(path).hasContent("new");
    }

    @Test
    void failureLeavesWhatWasThereAndNothingElse() throws IOException {
        Path inside = Files.writeString(
                Files.createDirectory(folder.resolve("plan.json")).resolve("x"), "old");
        Fault fault = catchThrowableOfType(Fault.class, () -> file("plan.json").write("new"));
        assertThat(fault.problem())
                .startsWith("The plan file " + folder.resolve("plan.json") + " could not be written (");
        assertThat(fault.remedy()).isEqualTo("Check that its folder exists, may be written to and has room.");
        assertThat(fault.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
        assertThat(inside).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("plan.json"));
        }
    }

    @Test
    void fileInPlaceOfTheFolderIsTold() throws IOException {
        Files.writeString(folder.resolve("target"), "a file");
        Fault fault =
                catchThrowableOfType(Fault.class, () -> file("target/plan.json").write("new"));
        assertThat(fault.problem()).contains("target/plan.json could not be written (");
    }

    @Test
    void whatIsNoTextFileIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xc3, (byte) 0x28});
        Files.writeString(folder.resolve("large"), "x".repeat(1024 * 1024 + 1));
        for (String name : new String[] {"folder", "bytes", "large"}) {
            Fault fault = catchThrowableOfType(Fault.class, () -> file(name).read());
            assertThat(fault)
                    .hasMessage("The plan file " + folder.resolve(name)
                            + " cannot be read as a text file of at most 1 MiB.");
            assertThat(fault.remedy())
                    .isEqualTo("Check that it is a file, that you may read it, and that it is the one you mean.");
        }
    }

    @Test
    void oneMebibyteIsStillRead() throws IOException {
        Files.writeString(folder.resolve("large"), "x".repeat(1024 * 1024));
        assertThat(file("large").read().orElseThrow()).hasSize(1024 * 1024);
    }
}

package com.messagemedia.auth0.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.testing.Pipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AtomicTextFileTest {

    @TempDir
    private Path folder;

    private AtomicTextFile file(String name) {
        return new AtomicTextFile(folder.resolve(name), "plan file");
    }

    @Test
    void textComesBackAndTheFolderIsMade() {
        AtomicTextFile file = file("deep/down/plan.json");
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
                .isEqualTo("The plan file " + folder.resolve("plan.json") + " is a folder. It was not changed.");
        assertThat(fault.remedy()).isEqualTo("Choose another file, or remove the one at this path.");
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

    @ParameterizedTest
    @CsvSource({
        "folder, is a folder, Name the file itself.",
        "bytes, is not UTF-8 in line 2, Save it as UTF-8.",
        "large, is larger than 16 MiB, Check that it is the right file.",
        "link, 'is a link to a file that does not exist', 'Correct the link, or name the file itself.'",
        "pipe, is not a regular file, 'Name a file on disk, not a device, pipe or socket.'"
    })
    @DisabledOnOs(OS.WINDOWS)
    void whatIsNoTextFileIsRefused(String name, String problem, String remedy) throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        Files.write(folder.resolve("bytes"), new byte[] {'{', '\n', (byte) 0xc3, (byte) 0x28});
        Files.writeString(folder.resolve("large"), "x".repeat(16 * 1024 * 1024 + 1));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        try (Pipe pipe = new Pipe(folder.resolve("pipe"))) {
            assertThat(pipe).isNotNull();
            Fault fault = catchThrowableOfType(Fault.class, () -> file(name).read());
            assertThat(fault).hasMessage("The plan file " + folder.resolve(name) + " " + problem + ".");
            assertThat(fault.remedy()).isEqualTo(remedy);
        }
    }

    @Test
    void whatCanBeWrittenCanBeRead() {
        file("large").write("x".repeat(16 * 1024 * 1024));
        assertThat(file("large").read().orElseThrow()).hasSize(16 * 1024 * 1024);
    }

    @Test
    void whatCouldNotBeReadAgainIsNotWritten() throws IOException {
        Path path = Files.writeString(folder.resolve("plan.json"), "old");
        // Three bytes each in UTF-8: the limit counts bytes.
        String text = "\u20ac".repeat(16 * 1024 * 1024 / 3 + 1);
        Fault fault = catchThrowableOfType(Fault.class, () -> file("plan.json").write(text));
        assertThat(fault)
                .hasMessage("The plan file " + path + " would be larger than 16 MiB, the limit for reading it again.");
        assertThat(fault.remedy()).isEqualTo("Find the option with the large value and make it smaller.");
        assertThat(fault.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
        assertThat(path).hasContent("old");
        assertThat(catchThrowableOfType(Fault.class, () -> file("new.json").create(text, folder)))
                .hasMessageContaining("new.json would be larger than 16 MiB");
        assertThat(folder.resolve("new.json")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linkStaysOneAndItsFileIsReplaced() throws IOException {
        Path real = Files.writeString(folder.resolve("real.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("plan.json"), real);
        file("plan.json").write("new");
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void pipeAndDeviceAreNotReplaced() throws IOException {
        Path path = folder.resolve("plan.json");
        Files.createSymbolicLink(folder.resolve("null"), Path.of("/dev/null"));
        try (Pipe pipe = new Pipe(path)) {
            assertThat(pipe).isNotNull();
            Fault fault =
                    catchThrowableOfType(Fault.class, () -> file("plan.json").write("new"));
            assertThat(fault).hasMessage("The plan file " + path + " is not a regular file. It was not changed.");
            assertThat(fault.remedy()).isEqualTo("Choose another file, or remove the one at this path.");
        }
        assertThat(catchThrowableOfType(Fault.class, () -> file("null").write("new")))
                .hasMessageEndingWith("null is not a regular file. It was not changed.");
        assertThat(folder.resolve("null")).isSymbolicLink();
    }
}

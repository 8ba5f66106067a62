package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.messagemedia.auth0.testing.Pipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the reader opens the descriptor's file, and what it says if it cannot read it as text. */
final class DescriptorFileTest {

    @TempDir
    private Path folder;

    private String faults(Path file) {
        return Rendered.of(
                Readers.of(new Surroundings()).validate(file, Optional.empty()).diagnostics());
    }

    private String faultsOf(byte[] content) throws IOException {
        return faults(Files.write(folder.resolve("d.yaml"), content));
    }

    private String faultsOf(String content) throws IOException {
        return faultsOf(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("nowhere.yaml");

        assertThat(faults(file))
                .isEqualTo("nowhere.yaml: does not exist: " + file
                        + "\n  Create it, or name another file with -Dmessagemedia.file=<path>.\n");
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(faults(folder))
                .isEqualTo(folder.getFileName() + ": is a folder: " + folder
                        + "\n  Name the descriptor itself with -Dmessagemedia.file=<path>.\n");
    }

    @Test
    void aLinkToNowhereIsToldAsOne() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolve("nowhere.yaml"));

        assertThat(faults(link))
                .isEqualTo("link.yaml: is a link to a file that does not exist: " + link
                        + "\n  Name the descriptor itself with -Dmessagemedia.file=<path>.\n");
    }

    @Test
    void aLinkLeadsToItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("d.yaml"), "version: [");
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);

        assertThat(faults(link)).startsWith("link.yaml:1:");
        assertThat(faults(Files.createSymbolicLink(folder.resolve("folder.yaml"), folder)))
                .startsWith("folder.yaml: is a folder: ");
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("d.yaml"), "version: 1");
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "this user may read everything");

        assertThat(faults(file))
                .isEqualTo("d.yaml: cannot be read: permission denied: " + file
                        + "\n  Give the user that runs Maven permission to read it.\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsNotWaitedFor() throws IOException {
        Path path = folder.resolve("pipe.yaml");
        try (Pipe pipe = new Pipe(path)) {
            assertThat(pipe).isNotNull();
            assertThat(faults(path))
                    .isEqualTo("pipe.yaml: is not a regular file: " + path
                            + "\n  Name the descriptor itself with -Dmessagemedia.file=<path>.\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/null", "/dev/random"})
    @DisabledOnOs(OS.WINDOWS)
    void aDeviceIsNoFile(Path device) {
        assertThat(faults(device))
                .isEqualTo(device.getFileName() + ": is not a regular file: " + device
                        + "\n  Name the descriptor itself with -Dmessagemedia.file=<path>.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# a remark\n", "---\n", "--- null\n", "~", "\uFEFF"})
    void anEmptyFileIsCalledEmpty(String content) throws IOException {
        assertThat(faultsOf(content)).isEqualTo("""
                        d.yaml: is empty
                          Write a descriptor; it begins with version: 1.
                        """);
    }

    @Test
    void bytesThatAreNoUtf8AreFoundInTheirLine() throws IOException {
        assertThat(faultsOf("version: 1\nowner: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("d.yaml:2:1: has bytes that are not UTF-8 in this line\n  Save the file in UTF-8.\n");
        assertThat(faultsOf("version: 1\n".getBytes(StandardCharsets.UTF_16)))
                .isEqualTo("d.yaml:1:1: has bytes that are not UTF-8 in this line\n  Save the file in UTF-8.\n");
        assertThat(faultsOf(new byte[] {'a', '\n', (byte) 0xC3}))
                .isEqualTo("d.yaml:2:1: has bytes that are not UTF-8 in this line\n  Save the file in UTF-8.\n");
    }

    @Test
    void aFileOfMoreThanAMebibyteIsRefused() throws IOException {
        assertThat(faultsOf("#".repeat((1 << 20) + 1))).isEqualTo("""
                        d.yaml: is larger than 1 MiB
                          A descriptor has a few hundred lines at most: is it the right file?
                        """);
        assertThat(faultsOf("#".repeat(1 << 20))).startsWith("d.yaml: is empty");
    }
}

package com.messagemedia.auth0.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.store.InputFile.SizeLimit;
import com.messagemedia.auth0.testing.Pipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class InputFileTest {

    private static final Duration AMPLE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private String refusal(Path path) {
        Unreadable refusal = catchThrowableOfType(
                Unreadable.class, () -> new InputFile(path, SizeLimit.REFERENCE).textOfFileOrPipe(Duration.ZERO));
        return refusal.problem() + ": " + refusal.remedy();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("file"), text);
    }

    @Test
    void textIsReadAsItIsUpToTheLimit() throws Exception {
        String text = "\uFEFFé\r\n".repeat(8192);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(SizeLimit.REFERENCE.bytes());
        assertThat(new InputFile(write(text), SizeLimit.REFERENCE).text()).isEqualTo(text);
        assertThat(new InputFile(write(""), SizeLimit.REFERENCE).text()).isEmpty();
        assertThat(new InputFile(write("x".repeat(1 << 16)), SizeLimit.REFERENCE).bytes())
                .hasSize(1 << 16);
        assertThat(refusal(write("x".repeat((1 << 16) + 1))))
                .isEqualTo("is larger than 64 KiB: Check that it is the right file.");
    }

    @Test
    void whatIsNotThereIsToldApart() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        Path link = Files.createSymbolicLink(folder.resolve("link"), nowhere);
        assertThat(refusal(nowhere)).isEqualTo("does not exist: Create it, or correct the path.");
        assertThat(refusal(link))
                .isEqualTo("is a link to a file that does not exist: Correct the link, or name the file itself.");
        assertThat(refusal(folder)).isEqualTo("is a folder: Name the file itself.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/null", "/dev/random"})
    void deviceIsNotOpened(Path device) throws IOException {
        assertThat(refusal(device))
                .isEqualTo("is not a regular file: Name a file on disk, not a device, pipe or socket.");
        assertThat(refusal(Files.createSymbolicLink(folder.resolve("link"), device)))
                .startsWith("is not a regular file: ");
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "1, a", "2, 'a\n'", "2, 'a\r\n'", "3, 'a\n\nb'"})
    void firstLineThatIsNotUtf8IsNamed(int line, String before) throws IOException {
        Path file = Files.write(folder.resolve("file"), (before + "\u00ff\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refusal(file)).isEqualTo("is not UTF-8 in line " + line + ": Save it as UTF-8.");
    }

    @Test
    void pipeIsOpenedOnlyWhereOneIsAwaited() throws Exception {
        Path path = folder.resolve("pipe");
        try (Pipe pipe = new Pipe(path)) {
            assertThat(pipe).isNotNull();
            InputFile file = new InputFile(path, SizeLimit.REFERENCE);
            assertThat(catchThrowableOfType(Unreadable.class, file::text).problem())
                    .isEqualTo("is not a regular file");
            assertThat(file.textOfFileOrPipe(AMPLE)).isEqualTo("x");
        }
    }

    @Test
    void pipeThatNobodyWritesToIsGivenUp() throws Exception {
        Path path = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
        assertThat(refusal(path))
                .isEqualTo("is a pipe whose writer did not finish within 0 seconds: Check that the program that"
                        + " writes to it runs.");
    }

    @Test
    void pipeThatNeverEndsIsReadUpToTheLimitOnly() throws Exception {
        Path path = folder.resolve("pipe");
        Process writer = new ProcessBuilder(
                        "sh", "-c", "mkfifo \"$0\" && echo made && exec cat /dev/zero > \"$0\"", path.toString())
                .start();
        try {
            assertThat(writer.getInputStream().read()).isNotNegative();
            InputFile file = new InputFile(path, SizeLimit.REFERENCE);
            assertThat(catchThrowableOfType(Unreadable.class, () -> file.textOfFileOrPipe(AMPLE))
                            .problem())
                    .isEqualTo("is larger than 64 KiB");
        } finally {
            writer.destroyForcibly();
        }
    }
}

package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.messagemedia.auth0.store.Unreadable;
import com.messagemedia.auth0.testing.Pipe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that a descriptor refers to. */
class ReferencedFilesTest {

    @TempDir
    Path folder;

    private Build build;

    @BeforeEach
    void startTheBuild() {
        build = new Build(folder);
    }

    private MavenReferences references() {
        GoalBuild goal = new GoalBuild(build.maven(), build.execution(), folder, request -> {
            throw new AssertionError("no file needs a password of settings.xml");
        });
        return new MavenReferences(goal, folder.resolve("conf/messagemedia-auth0.yaml"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "text.txt, false",
        "sub/text.txt, false",
        "sub/../text.txt, false",
        "not-there.txt, false",
        "inner-link.txt, false",
        "../outside.txt, true",
        "sub/../../outside.txt, true",
        "/etc/hostname, true",
        "/proc/self/environ, true",
        "leading-out.txt, true",
        "folder-leading-out/outside.txt, true",
    })
    @DisabledOnOs(OS.WINDOWS)
    void fileLeadsOutOfTheDescriptorsFolder(String path, boolean out) throws IOException {
        build.file("conf/text.txt", "a").file("conf/sub/text.txt", "b").file("outside.txt", "c");
        Path conf = folder.resolve("conf");
        Files.createSymbolicLink(conf.resolve("inner-link.txt"), Path.of("sub/text.txt"));
        Files.createSymbolicLink(conf.resolve("leading-out.txt"), Path.of("../outside.txt"));
        Files.createSymbolicLink(conf.resolve("folder-leading-out"), folder);
        assertThat(references().leadsOut(path)).isEqualTo(out);
    }

    /** Linux reads such a link, and says where it leads only by a name that does not exist. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void linkToAnOpenFileWithoutANameLeadsOut() throws IOException {
        build.file("conf/text.txt", "a").file("outside.txt", "from outside");
        Path outside = folder.resolve("outside.txt");
        try (InputStream open = Files.newInputStream(outside);
                Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            assertThat(open).isNotNull();
            Path number = all.filter(link -> leadsTo(link, outside)).findFirst().orElseThrow();
            Files.delete(outside);
            Files.createSymbolicLink(folder.resolve("conf/nameless.txt"), number);
            assertThat(file("nameless.txt")).isEqualTo("from outside");
            assertThat(references().leadsOut("nameless.txt")).isTrue();
        }
    }

    private static boolean leadsTo(Path link, Path file) {
        try {
            return Files.readSymbolicLink(link).equals(file.toRealPath());
        } catch (IOException unused) {
            return false;
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void folderOfTheDescriptorMayItselfBeALink() throws IOException {
        build.file("real/text.txt", "a");
        Files.createSymbolicLink(folder.resolve("conf"), folder.resolve("real"));
        assertThat(references().leadsOut("text.txt")).isFalse();
    }

    @Test
    void fileStartsAtTheDescriptorsFolderAndIsWhole() {
        build.file("conf/key.pem", " key \n\n").file("outside.txt", "x");
        assertThat(file("key.pem")).isEqualTo(" key \n\n");
        assertThat(file("../outside.txt")).isEqualTo("x");
        assertThat(file(folder.resolve("outside.txt").toString())).isEqualTo("x");
    }

    private String file(String path) {
        try {
            return references().file(path).orElse("nothing");
        } catch (Unreadable refusal) {
            return refusal.problem();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nowhere.txt, nothing",
        "'nul\0.txt', nothing",
        "folder, is a folder",
        "'', is a folder",
        "bytes.bin, is not UTF-8 in line 1",
        "large.txt, is larger than 64 KiB"
    })
    void whatIsNoReadableSmallTextFileIsRefused(String path, String answer) throws IOException {
        build.file("conf/folder/x", "x").file("conf/large.txt", "x".repeat(64 * 1024 + 1));
        Files.write(folder.resolve("conf/bytes.bin"), new byte[] {(byte) 0xC3, 0x28});
        assertThat(file(path)).isEqualTo(answer);
    }

    @Test
    void linkLeadsToItsFileAndALinkToNowhereOrToAFolderIsRefused() throws IOException {
        build.file("outside.txt", "x").file("conf/folder/x", "x");
        Path conf = folder.resolve("conf");
        Files.createSymbolicLink(conf.resolve("link"), folder.resolve("outside.txt"));
        Files.createSymbolicLink(conf.resolve("nowhere"), folder.resolve("nowhere.txt"));
        Files.createSymbolicLink(conf.resolve("around"), conf.resolve("around"));
        Files.createSymbolicLink(conf.resolve("inside"), conf.resolve("folder"));
        assertThat(file("link")).isEqualTo("x");
        assertThat(file("nowhere")).isEqualTo("is a link to a file that does not exist");
        assertThat(file("around")).isEqualTo("could not be read");
        assertThat(file("inside")).isEqualTo("is a folder");
        assertThat(file("inside/x")).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/null", "/dev/random", "../../../../../../../../dev/zero"})
    @DisabledOnOs(OS.WINDOWS)
    void deviceIsRefused(String path) {
        build.file("conf/x", "x");
        assertThat(file(path)).isEqualTo("is not a regular file");
    }

    /** Password managers offer secrets so. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void pipeIsReadOnceForAllReferencesToIt() throws Exception {
        build.file("conf/x", "x");
        try (Pipe pipe = new Pipe(folder.resolve("conf/pipe"))) {
            assertThat(pipe).isNotNull();
            MavenReferences references = references();
            assertThat(references.file("pipe")).contains("x");
            assertThat(references.file("pipe")).contains("x");
        }
    }

    /** The kernel says of each of its files that it has no bytes, whatever comes when it is read. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void fileThatSaysItIsSmallIsNotReadWithoutBound() {
        Path symbols = Path.of("/proc/kallsyms");
        assumeTrue(Files.isReadable(symbols), "no such file in this container");
        assertThat(symbols).hasSize(0);
        assertThat(file(symbols.toString())).isEqualTo("is larger than 64 KiB");
    }

    @Test
    void largestFileIsStillRead() {
        build.file("conf/large.txt", "x".repeat(64 * 1024));
        assertThat(file("large.txt")).hasSize(64 * 1024);
    }
}

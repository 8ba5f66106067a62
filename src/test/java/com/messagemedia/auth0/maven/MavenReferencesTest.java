package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.messagemedia.auth0.descriptor.ReferenceName;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.store.Unreadable;
import com.messagemedia.auth0.testing.Pipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.repository.ArtifactRepository;
import org.apache.maven.artifact.repository.ArtifactRepositoryPolicy;
import org.apache.maven.artifact.repository.Authentication;
import org.apache.maven.artifact.repository.MavenArtifactRepository;
import org.apache.maven.artifact.repository.layout.DefaultRepositoryLayout;
import org.apache.maven.project.DefaultProjectBuildingRequest;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.cipher.PlexusCipher;
import org.sonatype.plexus.components.cipher.PlexusCipherException;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

class MavenReferencesTest {

    @TempDir
    Path folder;

    private Build build;

    @BeforeEach
    void startTheBuild() {
        build = new Build(folder);
    }

    /** Maven's own decrypter, which finds its master password in the test's folder. */
    private static final class Dispatcher extends DefaultSecDispatcher {
        Dispatcher(PlexusCipher cipher, Path security) {
            _cipher = cipher;
            _configurationFile = security.toString();
        }
    }

    private final PlexusCipher cipher = cipher();

    private static PlexusCipher cipher() {
        try {
            return new DefaultPlexusCipher();
        } catch (PlexusCipherException e) {
            throw new AssertionError(e);
        }
    }

    private SettingsDecrypter decrypter() {
        return new DefaultSettingsDecrypter(new Dispatcher(cipher, folder.resolve("settings-security.xml")));
    }

    private MavenReferences references() {
        return new MavenReferences(
                build.maven(), build.execution(), decrypter(), folder.resolve("conf/messagemedia-auth0.yaml"));
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

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void folderOfTheDescriptorMayItselfBeALink() throws IOException {
        build.file("real/text.txt", "a");
        Files.createSymbolicLink(folder.resolve("conf"), folder.resolve("real"));
        assertThat(references().leadsOut("text.txt")).isFalse();
    }

    @Test
    void namesThatTheUserAllowsMayBeWrittenWithBraces() {
        MavenReferences allowing = references().allowing(Set.of("env.A_KEY", "${file:/etc/b}"));
        assertThat(List.of("env.A_KEY", "file:/etc/b", "env.B_KEY"))
                .extracting(ReferenceName::new)
                .extracting(allowing::allows)
                .containsExactly(true, true, false);
        assertThat(references().allows(new ReferenceName("env.A_KEY"))).isFalse();
    }

    @Test
    void environmentIsWhatMavenSawOfIt() {
        build.environment("A", "from the environment").property("env.B", "from -D");
        assertThat(references().environment("A")).contains("from the environment");
        assertThat(references().environment("B")).isEmpty();
        assertThat(references().environment("a")).isEmpty();
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

    @Test
    void commandLineWinsOverProjectAndProjectOverSystem() {
        build.maven().getSystemProperties().setProperty("x", "system");
        assertThat(references().property("x")).contains("system");
        build.project().getProperties().setProperty("x", "project");
        assertThat(references().property("x")).contains("project");
        build.property("x", "command line");
        assertThat(references().property("x")).contains("command line");
        assertThat(references().property("y")).isEmpty();
    }

    @Test
    void environmentIsNoProperty() {
        build.environment("SECRET", "environment-secret-0001");
        assertThat(references().property("env.SECRET")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "project.version, 1.2.3",
        "project.groupId, com.acme",
        "project.artifactId, login",
        "project.build.sourceEncoding, UTF-8",
        "project.own, mine"
    })
    void projectIsWhatThePomSays(String name, String value) {
        build.project().getProperties().setProperty("project.build.sourceEncoding", "UTF-8");
        build.property("project.own", "mine");
        assertThat(references().property(name)).contains(value);
    }

    @Test
    void projectFoldersArePaths() {
        assertThat(references().property("project.basedir")).contains(folder.toString());
        assertThat(references().property("project.build.directory"))
                .contains(folder.resolve("target").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "settings.servers[0].password",
                "settings.servers[0].username",
                "session.settings.servers[0].password",
                "session.request.servers[0].password",
                "project.projectBuildingRequest.systemProperties(env.SECRET)",
                "project.remoteArtifactRepositories[0].authentication.password",
                "project.model",
                "project.build",
                "project.nothing",
                "project.",
                "project",
                "basedir",
                "localRepository"
            })
    void nothingElseOfTheSessionCanBeReached(String name) {
        build.server("a", "server-user", "server-password-0001").environment("SECRET", "environment-secret-0001");
        DefaultProjectBuildingRequest request = new DefaultProjectBuildingRequest();
        request.setSystemProperties(build.maven().getSystemProperties());
        build.project().setProjectBuildingRequest(request);
        ArtifactRepository repository = new MavenArtifactRepository(
                "acme",
                "https://artifacts.acme.example",
                new DefaultRepositoryLayout(),
                new ArtifactRepositoryPolicy(),
                new ArtifactRepositoryPolicy());
        repository.setAuthentication(new Authentication("server-user", "server-password-0001"));
        build.project().setRemoteArtifactRepositories(List.of(repository));
        assertThat(references().property(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server-password-0001", "pass{word}", "{a}b"})
    void plainPasswordIsTakenAsItIs(String password) {
        build.server("auth0", "a-client", password);
        var credentials = references().server("auth0").orElseThrow();
        assertThat(credentials.username()).isEqualTo("a-client");
        assertThat(credentials.password().reveal()).isEqualTo(password);
        assertThat(credentials.toString()).doesNotContain(password);
        assertThat(references().server("auth1")).isEmpty();
    }

    @Test
    void encryptedPasswordIsDecrypted() throws PlexusCipherException {
        String master = cipher.encryptAndDecorate("master", DefaultSecDispatcher.SYSTEM_PROPERTY_SEC_LOCATION);
        build.file("settings-security.xml", "<settingsSecurity><master>" + master + "</master></settingsSecurity>")
                .server("auth0", "a-client", cipher.encryptAndDecorate("server-password-0001", "master"));
        assertThat(references().server("auth0").orElseThrow().password().reveal())
                .isEqualTo("server-password-0001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{COQLCE6DU6GtcS5P=}", " {server-password-0001} "})
    void passwordThatCannotBeDecryptedIsRefusedAndNotShown(String password) {
        build.server("auth0", "a-client", password);
        Fault fault = catchThrowableOfType(Fault.class, () -> references().server("auth0"));
        assertThat(fault)
                .hasMessage("The password of server \"auth0\" in settings.xml cannot be decrypted.")
                .hasNoCause();
        assertThat(fault.remedy())
                .isEqualTo("Check settings-security.xml, or encrypt the password anew with mvn --encrypt-password.");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"null, server-password-0001", "'', server-password-0001", "a-client, null", "a-client, ' '"})
    void serverWithoutUserOrPasswordIsRefused(String user, String password) {
        build.server("auth0", user, password);
        Fault fault = catchThrowableOfType(Fault.class, () -> references().server("auth0"));
        assertThat(fault).hasMessage("The server \"auth0\" in settings.xml lacks a username or a password.");
        assertThat(fault.remedy())
                .isEqualTo("Give it both: the client id and client secret, or the API key and API secret.");
    }
}

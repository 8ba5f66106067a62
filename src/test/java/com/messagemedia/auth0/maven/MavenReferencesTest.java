package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.descriptor.ReferenceName;
import com.messagemedia.auth0.model.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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
        return references(decrypter());
    }

    private MavenReferences references(SettingsDecrypter decrypter) {
        GoalBuild goal = new GoalBuild(build.maven(), build.execution(), folder, decrypter);
        return new MavenReferences(goal, folder.resolve("conf/messagemedia-auth0.yaml"));
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

    private static boolean isOnItsWay(Thread thread) {
        return thread != Thread.currentThread()
                && EnumSet.of(Thread.State.NEW, Thread.State.RUNNABLE).contains(thread.getState());
    }

    /** Maven 3.6's decrypter is not made for two threads at once, and several environments ask it in threads. */
    @Test
    void decrypterIsAskedByOneThreadAtATime() throws Exception {
        build.server("auth0", "a-client", "server-password-0001");
        SettingsDecrypter maven = decrypter();
        AtomicInteger within = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> both = new ArrayList<>();
        MavenReferences references = references(request -> {
            most.accumulateAndGet(within.incrementAndGet(), Math::max);
            // Stays until the other thread waits, or is within too.
            while (within.get() == 1 && both.stream().anyMatch(MavenReferencesTest::isOnItsWay)) {
                Thread.onSpinWait();
            }
            within.decrementAndGet();
            return maven.decrypt(request);
        });
        both.add(new Thread(() -> references.server("auth0")));
        both.add(new Thread(() -> references.server("auth0")));
        both.forEach(Thread::start);
        for (Thread thread : both) {
            thread.join();
        }
        assertThat(most).hasValue(1);
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

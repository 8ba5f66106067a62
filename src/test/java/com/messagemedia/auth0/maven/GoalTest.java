package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.auth0.StillTime;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.testing.QuickDerivation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.assertj.core.api.Assertions;
import org.fusesource.jansi.Ansi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A goal in a build of its own in an empty folder. Whatever a test does, no line of the log, of any level, may hold one of the
 * dummy secrets.
 */
@ExtendWith(QuickDerivation.class)
@MojoTest
abstract class GoalTest {

    static final List<String> SECRETS = List.of(
            SandboxCredentials.CLIENT_SECRET,
            SandboxCredentials.TOKEN,
            SandboxCredentials.API_KEY,
            SandboxCredentials.API_SECRET,
            SandboxCredentials.TWILIO_TOKEN,
            "server-password-0001",
            "environment-secret-0001");

    @TempDir
    Path folder;

    private final RecordingLog log = new RecordingLog();
    private Build build;

    Build build() {
        if (build == null) {
            build = new Build(folder);
        }
        return build;
    }

    @Provides
    MavenSession session() {
        return build().maven();
    }

    @Provides
    MavenProject project() {
        return build().project();
    }

    @Provides
    MojoExecution execution() {
        return build().execution();
    }

    @Provides
    Log log() {
        return log;
    }

    @BeforeEach
    void logWithoutColours() {
        Ansi.setEnabled(false);
    }

    @AfterEach
    void noSecretIsInTheLog() {
        for (String secret : SECRETS) {
            // The Twilio account, which is no secret, ends in the same zeros as its token.
            Assertions.assertThat(log.text().replace(SandboxCredentials.TWILIO_SID, ""))
                    .doesNotContain(secret);
        }
    }

    /** The failure message of a goal that has to fail; it holds no secret and no cause. */
    String failure(Mojo mojo) {
        MojoFailureException failure = catchThrowableOfType(MojoFailureException.class, () -> execute(mojo));
        Assertions.assertThat(failure).hasNoCause();
        for (String secret : SECRETS) {
            Assertions.assertThat(failure.getMessage()).doesNotContain(secret);
        }
        return failure.getMessage();
    }

    /** How a goal ends: the message of its failure, or nothing if it succeeds. */
    String end(Mojo mojo) {
        return endOf(() -> execute(mojo));
    }

    /** Something that a goal does. */
    interface Act {

        void run() throws MojoExecutionException, MojoFailureException;
    }

    static String endOf(Act act) {
        try {
            act.run();
            return "";
        } catch (MojoExecutionException | MojoFailureException e) {
            return e.getMessage();
        }
    }

    void run(Mojo mojo) {
        try {
            execute(mojo);
        } catch (MojoExecutionException | MojoFailureException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /**
     * The harness puts its own folder into the plugin's descriptor as ${basedir}; Maven would put the project's. The waits
     * between two attempts take no time, so no test depends on the speed of its machine.
     */
    private void execute(Mojo mojo) throws MojoExecutionException, MojoFailureException {
        try {
            MojoExtension.setVariableValueToObject(mojo, "basedir", folder.toFile());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        if (mojo instanceof AbstractDescriptorMojo ours) {
            ours.timedBy(new StillTime());
        }
        mojo.execute();
    }

    /** What goes to the standard output, past the log. */
    static String printedBy(Runnable act) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (PrintStream to = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(to);
            act.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    List<String> logged() {
        return log.lines();
    }

    /** A descriptor for the embedded sandbox; the tenant's and MessageMedia's lines can be replaced. */
    static final String SANDBOX = """
            version: 1
            tenant:
              domain: sandbox
            messageMedia:
              apiKey: SandboxApiKey0000000
              apiSecret: SandboxApiSecret00000000000000
              from: "+61491570156"
            """;
}

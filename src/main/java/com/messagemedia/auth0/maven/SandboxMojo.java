package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.StartingTenant;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Runs the sandbox on 127.0.0.1 until you stop it: an Auth0 tenant with a MessageMedia gateway, API and inbox, for rehearsals
 * and tests; and more of them below paths of their names. It accepts only the published dummy credentials.
 *
 * @since 1.0.0
 */
@Mojo(name = "sandbox", requiresProject = false, threadSafe = true)
public final class SandboxMojo extends AbstractMojo {

    /**
     * The port; 0 takes a free one. Example: {@code -Dmessagemedia.port=8642}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.port", defaultValue = "8642")
    private int port;

    /**
     * The file that keeps the tenant between runs; tenants with a name are kept in the folder FILE.tenants beside it. Without it
     * the tenants end with the run. Example:
     * {@code -Dmessagemedia.sandboxFile=sandbox.json}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.sandboxFile")
    private File sandboxFile;

    /**
     * What a new sandbox tenant is: {@code older}, from before March 2025, with Twilio in its SMS connection; {@code switched},
     * the same with the Unified Phone Experience on; {@code modern}, which sends through a phone provider and has none yet; or a
     * modern one with {@code twilio_provider}, {@code foreign_action} or {@code stub_action}. A tenant that a file keeps stays
     * what it is. Example: {@code -Dmessagemedia.sandboxTenant=modern}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.sandboxTenant", defaultValue = "older")
    private String sandboxTenant;

    /**
     * Skips the goal. Example: {@code -Dmessagemedia.skip=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File basedir;

    private final SettingsDecrypter decrypter;

    /** Is called by Maven. */
    @Inject
    public SandboxMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        GoalBuild build = new GoalBuild(session, execution, basedir.toPath(), decrypter);
        GoalRun goal = new GoalRun(build, skip, getLog());
        goal.run(() -> new BuildDescriptors(session, basedir.toPath()).all(Optional.empty()), () -> serve(goal));
    }

    private void serve(GoalRun goal) {
        StartingTenant start = ParameterText.choice("messagemedia.sandboxTenant", sandboxTenant, StartingTenant.class);
        SandboxSettings settings =
                sandboxFile == null ? SandboxSettings.inMemory() : SandboxSettings.keptIn(sandboxFile.toPath());
        try (Sandbox sandbox =
                Sandbox.start(settings.withPort(port).withStart(start).withPhoneScopes())) {
            new TenantAccess.InboxLog(goal.output()::info).follow(sandbox);
            goal.output()
                    .info(List.of(
                            "Sandbox tenant: " + sandbox.address()
                                    + " (write it as tenant.domain; docs/SANDBOX.md has its credentials)",
                            "Page: " + sandbox.address().url()
                                    + " shows the phone, the tenant and each request, and plays a colleague.",
                            "Inbox: " + sandbox.address().url() + "sandbox/inbox; this log shows each message too.",
                            "More tenants: " + sandbox.address()
                                    + "/NAME is one of its own for each NAME, new at its first" + " use.",
                            "Stop it with Ctrl-C."));
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            goal.output().info(List.of("Stopped."));
        }
    }
}

package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.rollback.RunId;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.io.File;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Applies the descriptor: reads the connection, plans, writes options and applied record in one request, and compares the reply
 * with the request. Writes nothing if there is nothing to do or any option is in conflict. Needs the scopes
 * {@code read:connections}, {@code read:connections_options}, {@code update:connections} and
 * {@code update:connections_options}.
 *
 * @since 1.0.0
 */
@Mojo(name = "apply", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class ApplyMojo extends AbstractTenantChangeMojo {

    /**
     * Approves the first adoption of a connection in a protected environment, and the replacement of an unreadable applied
     * record: {@code true}, or the names of the environments for which you approve it. With several environments only names
     * count. Example: {@code -Dmessagemedia.adopt=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.adopt")
    private List<String> adopt;

    /**
     * Applies exactly the plan in this file, which {@code messagemedia:plan} wrote for one environment or for several. If anything
     * changed since, the goal refuses and names the changes. If the plan is already applied, the goal succeeds and writes nothing.
     * Example: {@code -Dmessagemedia.planFile=target/messagemedia/plan.json}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.planFile")
    private File planFile;

    /** Is called by Maven. */
    @Inject
    public ApplyMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Optional<AtomicTextFile> approved =
                planFile == null ? Optional.empty() : Optional.of(new AtomicTextFile(planFile.toPath(), "plan file"));
        RunId run = RunId.next(InstantSource.system());
        changingTenant(adopt).promoting().run(new ApplyChange(run, approved, this::backups, this::preflight));
    }
}

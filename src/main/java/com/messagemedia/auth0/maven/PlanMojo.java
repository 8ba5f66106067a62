package com.messagemedia.auth0.maven;

import java.io.File;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Shows what an apply would change, and writes nothing. Fails on conflicts, on a result that an apply would refuse, and on
 * unreadable options. Needs the scopes {@code read:connections} and {@code read:connections_options}.
 *
 * @since 1.0.0
 */
@Mojo(name = "plan", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class PlanMojo extends AbstractTenantMojo {

    /**
     * Fails if there are changes to apply. Example: {@code -Dmessagemedia.failOnChanges=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.failOnChanges", defaultValue = "false")
    private boolean failOnChanges;

    /**
     * The file to save the plan in; by default {@code target/messagemedia/plan.json}. It holds fingerprints, not values. The
     * same property of the goal apply applies it later. Files beside it hold the plan for people: {@code plan.txt},
     * {@code plan.md} and {@code plan.html}. With several environments, the files hold the plans of all of them.
     * Example: {@code -Dmessagemedia.planFile=plan.json}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.planFile")
    private File planFile;

    /**
     * How many tenants the goal works at in one moment, if you choose several environments. Each tenant keeps its own rate
     * limit and its own {@code messagemedia.timeout}. Example: {@code -Dmessagemedia.parallel=4}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.parallel", defaultValue = "24")
    private int parallel;

    /** Is called by Maven. */
    @Inject
    public PlanMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Path path = planFile == null ? goal().build().outputFolder().resolve("plan.json") : planFile.toPath();
        tenant().several(parallel).run(new PlanWork(new PlanFiles(path), failOnChanges));
    }
}

package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.maven.RollbackChange.Wanted;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Restores the options that an apply replaced, by a three-way merge: it keeps what somebody has changed since. The applied
 * record stays too, so that the next apply of the same descriptor stops and reports drift. Needs the scopes that the goal apply needs.
 *
 * @since 1.0.0
 */
@Mojo(name = "rollback", requiresProject = false, threadSafe = true)
public final class RollbackMojo extends AbstractTenantChangeMojo {

    /**
     * The backup to restore; by default the newest backup of the connection. Example:
     * {@code -Dmessagemedia.backup=20261124T120000Z-000.json}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.backup")
    private File backup;

    /**
     * The run of the goal apply to undo: the rollback restores the backup of this run. Its id is in report.json, and with
     * several environments in the log. With several environments you have to name a run; the rollback then touches only what that run wrote.
     * Example: {@code -Dmessagemedia.run=20261127T015500Z-3f9c}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.run")
    private String run;

    /**
     * Shows what the rollback would do, lists the backups, and writes nothing. Example:
     * {@code -Dmessagemedia.dryRun=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Is called by Maven. */
    @Inject
    public RollbackMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Optional<Path> named = Optional.ofNullable(backup).map(File::toPath);
        changingTenant(null)
                .run(new RollbackChange(
                        new Wanted(named, ParameterText.nonBlank(run), dryRun), this::backups, this::preflight));
    }
}

package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Scopes.MissingScopes;
import com.messagemedia.auth0.delivery.Scopes.UnreadableOptions;
import com.messagemedia.auth0.maven.TenantWork.Planned;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.Verification;
import com.messagemedia.auth0.plan.Verification.Verdict;
import com.messagemedia.auth0.report.VerificationReport;
import com.messagemedia.auth0.report.VerificationReport.Finding;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Checks for drift: fails if somebody changed an option of the descriptor in Auth0, and writes nothing. It reports drift,
 * conflicts, pending changes and unreadable options separately. An option that {@code onConflict} would overwrite counts as a
 * difference; an option that it keeps does not. Needs the scopes {@code read:connections} and {@code read:connections_options}.
 *
 * @since 1.0.0
 */
@Mojo(name = "verify", requiresProject = false, threadSafe = true)
public final class VerifyMojo extends AbstractTenantMojo {

    /**
     * Fails for pending changes too: changes of the descriptor that nobody has applied yet. Example:
     * {@code -Dmessagemedia.failOnPending=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.failOnPending", defaultValue = "false")
    private boolean failOnPending;

    /**
     * Tells the pipeline the line of each finding: {@code github} prints workflow commands, {@code gitlab} writes
     * {@code target/messagemedia/gl-code-quality-report.json}, {@code none} does neither, {@code auto} detects the pipeline.
     * Example: {@code -Dmessagemedia.annotations=gitlab}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.annotations", defaultValue = "auto")
    private String annotations;

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
    public VerifyMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        tenant().several(parallel).run(tenant -> {
            Annotations pipeline = Annotations.of(annotations, session().getSystemProperties());
            PreparedChange planned = tenant.show(read(tenant, pipeline));
            VerificationReport report = new VerificationReport(
                    new Verification(planned.plan()),
                    tenant.origins(),
                    tenant.descriptor().clients(),
                    planned.delivery());
            tenant.report().verified(report);
            annotate(tenant, pipeline, report.findings());
            Verdict verdict = report.verification().verdict();
            if (verdict.compareTo(Verdict.PENDING) > 0 || (verdict == Verdict.PENDING && failOnPending)) {
                throw report.fault();
            }
            tenant.ended(verdict == Verdict.IN_SYNC ? Outcome.NOTHING_TO_DO : Outcome.PENDING, report.line());
            return Planned.done();
        });
    }

    private PreparedChange read(OpenTenant tenant, Annotations pipeline) {
        try {
            return tenant.planner().planReadOnly();
        } catch (UnreadableOptions | MissingScopes unreadable) {
            Finding finding = new Finding(Verdict.UNREADABLE, "options", unreadable.problem(), Optional.empty());
            tenant.report().unreadable(finding);
            annotate(tenant, pipeline, List.of(finding));
            throw unreadable;
        }
    }

    private void annotate(OpenTenant tenant, Annotations pipeline, List<Finding> findings) {
        tenant.selection()
                .annotate(
                        pipeline,
                        tenant.file(),
                        findings.stream()
                                .map(finding -> finding.remark(failOnPending))
                                .toList());
    }
}

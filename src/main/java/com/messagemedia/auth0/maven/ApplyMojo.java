package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.apply.SavedPlan;
import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.report.AppliedReport;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.io.File;
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
     * record. Example: {@code -Dmessagemedia.adopt=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.adopt", defaultValue = "false")
    private boolean adopt;

    /**
     * Applies exactly the plan in this file, which {@code messagemedia:plan} wrote. If anything changed since, the goal refuses
     * and names the changes. If the plan is already applied, the goal succeeds and writes nothing.
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
        changingTenant(adopt).promoting().run(tenant -> {
            Optional<SavedPlan> saved = Optional.ofNullable(planFile).map(ApplyMojo::read);
            PreparedChange planned = tenant.show(tenant.planner().planToApply());
            saved.ifPresent(plan -> require(tenant, plan, planned));
            tenant.planner().requireTakeOver(planned);
            Approval approval = tenant.approval();
            ApplyBackup backup = new ApplyBackup(tenant, planned, backups(tenant));
            boolean asked = preflight(tenant).ask(planned.plan());
            tell(tenant, planned, backup.apply(approval, asked));
        });
    }

    private static SavedPlan read(File file) {
        return SavedPlan.read(new AtomicTextFile(file.toPath(), "plan file"));
    }

    private static void require(OpenTenant tenant, SavedPlan saved, PreparedChange planned) {
        if (new Apply(tenant.planner()).isAlreadyApplied(saved, planned)) {
            tenant.output().info(List.of("The approved plan is already applied: Auth0 holds exactly its result."));
        } else {
            new Apply(tenant.planner()).requireSame(saved, planned);
        }
    }

    private static void tell(OpenTenant tenant, PreparedChange planned, Applied applied) {
        AppliedReport report = new AppliedReport(
                planned.plan().target(),
                applied.outcome(),
                tenant.selection().released().map(Coordinates::toString),
                applied.settled());
        tenant.output().warn(AppliedReport.warnings(applied.resetByAuth0()));
        if (applied.outcome() == Outcome.APPLIED) {
            tenant.sayWhereToLook();
        }
        tenant.output().info(List.of(report.line()));
        tenant.report().resetByAuth0(applied.resetByAuth0());
        tenant.report().ended(applied.outcome(), report.line());
    }
}

package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.maven.TenantWork.Planned;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.report.PlanMarkdown;
import com.messagemedia.auth0.report.PlanPage;
import com.messagemedia.auth0.report.PlanReport;
import com.messagemedia.auth0.report.PlanReport.PlanSummary;
import com.messagemedia.auth0.report.PlanView;
import com.messagemedia.auth0.report.Printable.Palette;
import com.messagemedia.auth0.store.AtomicTextFile;
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
     * {@code plan.md} and {@code plan.html}.
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
    @Parameter(property = "messagemedia.parallel", defaultValue = "8")
    private int parallel;

    /** Is called by Maven. */
    @Inject
    public PlanMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        tenant().several(parallel).run(tenant -> {
            PreparedChange planned = tenant.show(tenant.planner().plan());
            save(tenant, planned);
            Plan plan = planned.plan();
            TenantPlanner.requireApplicable(plan);
            if (failOnChanges && !plan.isNothingToDo()) {
                throw new Fault(
                        "There are changes to apply, and messagemedia.failOnChanges is true.",
                        "Apply them with messagemedia:apply.",
                        Outcome.PENDING);
            }
            Outcome outcome = plan.isNothingToDo() ? Outcome.NOTHING_TO_DO : Outcome.PENDING;
            tenant.report().ended(outcome, new PlanSummary(plan).line());
            return Planned.DONE;
        });
    }

    private void save(OpenTenant tenant, PreparedChange planned) {
        if (planFile != null && tenant.goal().part().isPresent()) {
            throw new Fault(
                    "messagemedia.planFile names one file, and you plan for several environments.",
                    "Leave it out: the plan of each environment is in a folder of its name in target/messagemedia.");
        }
        Path path = planFile == null ? tenant.outputFolder().resolve("plan.json") : planFile.toPath();
        AtomicTextFile file = new AtomicTextFile(path, "plan file");
        new Apply(tenant.planner()).saved(planned).write(file);
        tenant.output().debug("Wrote the " + file.name());
        PlanView view = tenant.view(planned);
        String name = path.getFileName().toString();
        write(path, ".txt", "plan's text", String.join("\n", new PlanReport(view, Palette.PLAIN).lines()) + "\n");
        write(path, ".md", "plan for a pull request", new PlanMarkdown(view, name).text());
        write(path, ".html", "plan's page", new PlanPage(view, name).text());
    }

    /** Writes the plan as people read it, beside the saved one. */
    private static void write(Path planFile, String extension, String what, String text) {
        String name = planFile.getFileName().toString().replaceFirst("\\.json$", "") + extension;
        new AtomicTextFile(planFile.resolveSibling(name), what).write(text);
    }
}

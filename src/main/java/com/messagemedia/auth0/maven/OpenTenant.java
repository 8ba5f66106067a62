package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.messagemedia.Region;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.PathIndex;
import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.report.FaultReport;
import com.messagemedia.auth0.report.Origins;
import com.messagemedia.auth0.report.PlanReport;
import com.messagemedia.auth0.report.PlanView;
import com.messagemedia.auth0.report.RunReport;
import com.messagemedia.auth0.report.ValueText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tenant that is open for a goal, with the descriptor that is for it. What happens there is printed and goes into the report.
 *
 * @param goal the run of the goal
 * @param selection what the user says about the descriptor
 * @param file the descriptor's file
 * @param descriptor the descriptor
 * @param lock keeps other goals away from the tenant, if this goal changes it
 * @param access the way to the tenant
 * @param http how requests are made
 * @param planner reads the tenant and plans
 * @param report the run's report, for programs
 */
record OpenTenant(
        GoalRun goal,
        DescriptorSelection selection,
        Path file,
        Descriptor descriptor,
        TenantLock lock,
        TenantAccess access,
        HttpSettings http,
        TenantPlanner planner,
        RunReport report)
        implements AutoCloseable {

    @Override
    public void close() {
        try (lock;
                access) {
            planner.close();
        }
    }

    GoalOutput output() {
        return goal.output();
    }

    TenantAddress address() {
        return access.address();
    }

    /** Where the MessageMedia account is: what the user says, or else the descriptor, or else au. */
    Region region(Optional<String> given) {
        if (given.isPresent()) {
            return ParameterText.choice("messagemedia.region", given.get(), Region.class);
        }
        return Region.of(descriptor.phone().region().orElse("")).orElse(Region.AU);
    }

    /** Removes every secret of the live connection from all later texts. */
    void know(PreparedChange planned) {
        output().redact(planned.liveSecrets(descriptor));
    }

    /** Shows a plan, and fails if it has warnings and the user wants none. */
    PreparedChange show(PreparedChange planned) {
        return show(planned, Optional.empty());
    }

    /**
     * Shows a plan, and fails if it has warnings and the user wants none.
     *
     * @param saved the name of the file that will hold the plan; empty if none will
     */
    PreparedChange show(PreparedChange planned, Optional<String> saved) {
        know(planned);
        report.planned(planned.plan());
        PlanReport shown =
                new PlanReport(view(planned), Terminal.palette(goal.build().session()));
        output().plan(saved.isPresent() ? shown.savedAs(saved.get()).lines() : shown.lines());
        selection.requireNoWarnings(planned.plan().warnings(), "plan");
        return planned;
    }

    /** What a user reads about a plan. */
    PlanView view(PreparedChange planned) {
        ValueText values = new ValueText(
                planned.fingerprints(),
                planned.delivery(),
                PathIndex.of(descriptor.confidential()),
                PathIndex.of(planned.confidentialLive()),
                output().redactor());
        return PlanView.of(planned.plan(), values, origins());
    }

    /** The places where the descriptor speaks of a path. */
    Origins origins() {
        Map<FieldPath, Origin> places = new HashMap<>(descriptor.origins());
        places.putAll(descriptor.removals());
        return new Origins(places, descriptor.sources(), descriptor.fileName());
    }

    /** Asks the user for approval. With {@code -q} the plan is not shown, so nobody can approve it. */
    Approval approval() {
        return output().isShown() ? Terminal.approval(goal.build().session()) : Approval.NOBODY;
    }

    /** Says how to look at the embedded sandbox in a browser, once in a build: its page ends with the goal. */
    void sayWhereToLook() {
        if (access.sandboxFile().isEmpty()) {
            return;
        }
        // Of several tenants each would have a line of its own; the page at the root leads to all.
        SandboxDomain shown = goal.part().isPresent()
                ? SandboxDomain.MAIN
                : descriptor.tenant().sandbox().orElse(SandboxDomain.MAIN);
        String line = goal.build().toLookAt(access.sandboxFile().get(), shown.path());
        output().info(goal.build().unlessTold(file, selection.environment(), List.of(line)));
    }

    /** Whether the run works on several environments. Their report names what is the same for all, and each one by itself. */
    boolean isOneOfSeveral() {
        return goal.part().isPresent();
    }

    /** Prints how the goal ended, and writes it to the report. */
    void ended(Outcome outcome, String line) {
        // The report of several environments names each one itself.
        String told = isOneOfSeveral() ? line : FaultReport.in(selection.environment(), line);
        output().info(List.of(told));
        report.ended(outcome, told);
    }
}

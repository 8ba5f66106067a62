package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.report.FleetReport.Result;
import com.messagemedia.auth0.report.PlanReport.PlanSummary;
import java.util.List;
import java.util.Optional;

/** Shows and saves what an apply would change. */
final class PlanWork implements TenantWork {

    private final PlanFiles files;
    private final boolean failOnChanges;

    /**
     * Prepares the work.
     *
     * @param files the files to save the plans in
     * @param failOnChanges whether a change to apply is a failure
     */
    PlanWork(PlanFiles files, boolean failOnChanges) {
        this.files = files;
        this.failOnChanges = failOnChanges;
    }

    @Override
    public Planned plan(OpenTenant tenant) {
        PreparedChange planned = tenant.show(tenant.planner().plan(), Optional.of(files.name()));
        files.add(tenant, planned);
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
        return Planned.done();
    }

    @Override
    public void planned(FleetSession fleet, List<Result> results) {
        files.write(results, fleet.commandInPlace("apply"));
    }
}

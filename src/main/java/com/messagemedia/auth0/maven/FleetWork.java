package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.descriptor.Rollout.Wave;
import com.messagemedia.auth0.maven.TenantWork.Planned;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.report.FaultReport;
import com.messagemedia.auth0.report.FleetReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A goal's work at the tenants of several environments. All plans come first; then the environments change wave by wave.
 * Whatever can be known to fail stops the run before its first write; a later failure stops it before the next wave.
 */
final class FleetWork {

    private final FleetSession fleet;
    private final TenantWork work;

    FleetWork(FleetSession fleet, TenantWork work) {
        this.fleet = fleet;
        this.work = work;
    }

    /** Plans for all environments, and then changes those of each wave. */
    void run() {
        List<Wave> waves = new ArrayList<>();
        List<FleetMember> members = fleet.members(descriptors -> {
            List<String> names = descriptors.stream()
                    .map(descriptor -> descriptor.environment().orElseThrow())
                    .toList();
            work.requireForSeveral(names);
            if (fleet.whole().isExclusive()) {
                waves.addAll(descriptors.get(0).rollout().waves(names));
            }
        });
        try {
            FleetTenants.whileLocked(fleet.whole(), members, () -> run(members, waves));
        } catch (RuntimeException | Error stopped) {
            members.forEach(member -> member.stoppedBy(stopped));
            throw stopped;
        } finally {
            members.forEach(FleetMember::ended);
            fleet.write(members);
        }
    }

    private void run(List<FleetMember> members, List<Wave> waves) {
        fleet.each(members, this::plan);
        FleetReport plans = report(members);
        fleet.tell(plans);
        work.planned(fleet, plans.results());
        if (plans.fault().isEmpty()) {
            requirePlans(members);
        }
        List<FleetMember> toWrite =
                members.stream().filter(FleetMember::isToWrite).toList();
        if (toWrite.isEmpty()) {
            fleet.end(plans.fault(), plans);
        } else if (plans.fault().isPresent() && !fleet.whole().leavesOut()) {
            fleet.end(
                    plans.fault().map(fault -> FleetFaults.beforeTheFirstWrite(fault, members, fleet.approved())),
                    plans);
        } else {
            new FleetApproval(fleet.goal()).require(toWrite);
            write(members, new FleetRollout(fleet, work, toWrite), waves);
        }
    }

    private void requirePlans(List<FleetMember> members) {
        try {
            work.requirePlans();
        } catch (Fault refused) {
            members.forEach(member -> member.fails(refused));
            throw refused;
        }
    }

    private void write(List<FleetMember> members, FleetRollout rollout, List<Wave> waves) {
        Optional<String> stopped = rollout.run(waves);
        FleetReport report = report(members);
        fleet.tell(report);
        Optional<Fault> fault = FleetFaults.afterTheFirstWrite(report, stopped);
        List<String> next = rollout.nextSteps(fault.isPresent());
        fleet.goal().nextSteps(() -> next);
        fleet.end(fault, report);
        fleet.goal().output().info(next);
    }

    private static FleetReport report(List<FleetMember> members) {
        return new FleetReport(members.stream().map(FleetMember::result).toList());
    }

    private void plan(FleetMember member) {
        member.attempt(tenant -> {
            Planned planned = work.plan(tenant);
            planned.prepare();
            if (planned.writes()) {
                member.waitsWith(planned);
                tenant.report().ended(Outcome.PENDING, FaultReport.outcome(Outcome.PENDING));
            } else {
                // The change itself says how it ended.
                planned.write(Approval.NOBODY, false);
            }
        });
        if (!member.isToWrite()) {
            member.close();
        }
    }
}

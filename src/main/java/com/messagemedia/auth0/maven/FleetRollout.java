package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.descriptor.Rollout.Wave;
import com.messagemedia.auth0.maven.TenantWork.Planned;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Carries out the plans of several environments, wave by wave. The first failure stops it before the next wave. */
final class FleetRollout {

    /** The outcomes of an environment where this run wrote something. */
    private static final Set<Outcome> WRITTEN = Set.of(Outcome.APPLIED, Outcome.PARTLY_APPLIED);

    /** The plans of all are approved before the first wave. Time has passed since then, so that each is read again. */
    private static final Approval GIVEN = environment -> true;

    private final FleetSession fleet;
    private final TenantWork work;
    private final List<FleetMember> members;

    /**
     * Prepares the rollout.
     *
     * @param members the environments that have something to write
     */
    FleetRollout(FleetSession fleet, TenantWork work, List<FleetMember> members) {
        this.fleet = fleet;
        this.work = work;
        this.members = members;
    }

    /** Changes the environments of each wave. Returns why it stopped before the end; empty if it did not. */
    Optional<String> run(List<Wave> waves) {
        say("");
        work.run().ifPresent(run -> say("Run " + run + " begins to write."));
        boolean first = true;
        for (Wave wave : waves) {
            List<FleetMember> here = members.stream()
                    .filter(member -> wave.environments().contains(member.environment()))
                    .toList();
            if (here.isEmpty()) {
                continue;
            }
            Optional<String> stopped = change(wave, here, first);
            if (stopped.isPresent()) {
                return stopped;
            }
            first = false;
        }
        return Optional.empty();
    }

    private Optional<String> change(Wave wave, List<FleetMember> here, boolean first) {
        String name = wave.of() > 1 ? "wave " + wave.number() + " of " + wave.of() : "";
        if (!name.isEmpty()) {
            say("W" + name.substring(1) + ": " + names(here, member -> true));
        }
        try {
            // The first wave follows the plans at once. Before a later one time has passed, and somebody may have
            // changed it.
            boolean done = (first || step(here, Planned::requireUnmoved))
                    && write(here)
                    && step(here, FleetRollout::requireDone);
            if (done && !name.isEmpty()) {
                say("W" + name.substring(1) + " is as planned.");
            }
            return done ? Optional.empty() : Optional.of(stopped(name, "stopped"));
        } catch (Fault interrupted) {
            return Optional.of(stopped(name, "was interrupted"));
        }
    }

    private boolean step(List<FleetMember> here, Consumer<Planned> step) {
        fleet.quietly(here, member -> attempt(member, step));
        return allWell(here);
    }

    private boolean write(List<FleetMember> here) {
        fleet.each(here, member -> attempt(member, planned -> planned.write(GIVEN, true)));
        return allWell(here);
    }

    private static void attempt(FleetMember member, Consumer<Planned> step) {
        member.attempt(tenant -> step.accept(member.planned()));
    }

    /** A write that Auth0 took stays one, even if Auth0 cannot be read after it. */
    private static void requireDone(Planned planned) {
        try {
            planned.requireDone();
        } catch (Fault fault) {
            throw fault.outcome() == Outcome.UNKNOWN_STATE
                    ? fault
                    : new Fault(
                            "Auth0 took the change, but it cannot be read again. " + fault.problem(),
                            fault.remedy(),
                            Outcome.APPLIED);
        }
    }

    private static boolean allWell(List<FleetMember> here) {
        return here.stream().allMatch(member -> member.fault().isEmpty());
    }

    private String stopped(String wave, String how) {
        String written = names(members, FleetRollout::isWritten);
        String unknown = names(members, FleetRollout::isUnknown);
        String left = names(members, member -> !isWritten(member) && !isUnknown(member));
        return "The run " + how + (wave.isEmpty() ? "" : " in " + wave) + "."
                + (written.isEmpty() && unknown.isEmpty() ? " Nothing was written." : "")
                + (written.isEmpty() ? "" : " Written: " + written + ".")
                + (unknown.isEmpty() ? "" : " Unknown: " + unknown + ".")
                + (left.isEmpty() ? "" : " Not written: " + left + ".");
    }

    private static boolean isWritten(FleetMember member) {
        return WRITTEN.contains(member.report().outcome());
    }

    private static boolean isUnknown(FleetMember member) {
        return member.report().outcome() == Outcome.UNKNOWN_STATE;
    }

    private static String names(List<FleetMember> members, Predicate<FleetMember> which) {
        return members.stream().filter(which).map(FleetMember::environment).collect(Collectors.joining(", "));
    }

    /** How to go on after a failure, and how to undo what was written. */
    List<String> nextSteps(boolean failed) {
        List<String> lines = new ArrayList<>();
        if (failed) {
            lines.add("To go on after the cause is gone: " + fleet.again());
        }
        // A rollback does nothing where the run has left no backup.
        String written =
                names(members, member -> isWritten(member) || isUnknown(member)).replace(" ", "");
        work.run()
                .filter(run -> !written.isEmpty())
                .ifPresent(run -> lines.add("To undo what this run wrote: "
                        // What the run did not change is nothing to do for a rollback, so the short choice does.
                        + (failed ? fleet.command("rollback", written) : fleet.command("rollback"))
                        + " -Dmessagemedia.run=" + run));
        return lines;
    }

    private void say(String line) {
        fleet.goal().output().info(List.of(line));
    }
}

package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.report.FleetReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a user reads when a change of several environments fails. */
final class FleetFaults {

    /** More names than this are hard to read within a sentence. */
    private static final int MOST_NAMES = 3;

    private FleetFaults() {}

    /**
     * The fault of a run that stops before its first write: how to allow what is missing, and how to go on without the rest.
     *
     * @param approved the environments whose changes the user approves
     */
    static Fault beforeTheFirstWrite(Fault fault, List<FleetMember> members, Set<String> approved) {
        List<String> remedies = new ArrayList<>(fault.remedies());
        Map<String, Set<String>> missing = new TreeMap<>();
        for (FleetMember member : members) {
            member.missing()
                    .ifPresent(refused -> missing.computeIfAbsent(refused.parameter(), unused -> new LinkedHashSet<>())
                            .add(refused.name()));
        }
        if (missing.values().stream().anyMatch(names -> names.size() > 1)) {
            List<String> all = new ArrayList<>();
            missing.forEach((parameter, names) -> all.add(parameter(parameter, names)));
            List<String> unapproved = unapproved(members, approved);
            remedies.add("To allow all of them, add " + String.join(" ", all)
                    + (unapproved.isEmpty()
                            ? "."
                            : " and, in non-interactive mode, " + parameter("approve", unapproved) + "."));
        }
        remedies.add("Nothing was written in any environment." + withoutThem(members));
        return new Fault(fault.problems(), remedies, fault.outcome());
    }

    private static String parameter(String name, Collection<String> environments) {
        return "-Dmessagemedia." + name + "=" + String.join(",", environments);
    }

    /** The environments that could change if they had every permission, and that need an approval besides. */
    private static List<String> unapproved(List<FleetMember> members, Set<String> approved) {
        return members.stream()
                .filter(member -> member.isToWrite() || member.missing().isPresent())
                .filter(member -> member.descriptor().protectedEnvironment())
                .map(FleetMember::environment)
                .filter(environment -> !approved.contains(environment))
                .toList();
    }

    private static String withoutThem(List<FleetMember> members) {
        List<String> others = members.stream()
                .filter(FleetMember::isToWrite)
                .map(FleetMember::environment)
                .toList();
        if (others.isEmpty()) {
            return "";
        }
        String named =
                others.size() > MOST_NAMES ? "the other " + others.size() + " environments" : String.join(", ", others);
        return " To change only " + named + " now, add -Dmessagemedia.continueOnError=true.";
    }

    /** The fault of a run that wrote, if it has one. */
    static Optional<Fault> afterTheFirstWrite(FleetReport report, Optional<String> stopped) {
        Optional<Fault> failed = report.fault();
        if (stopped.isEmpty()) {
            return failed;
        }
        List<String> problems = new ArrayList<>(failed.map(Fault::problems).orElse(List.of()));
        problems.add(stopped.get());
        return Optional.of(
                new Fault(problems, List.of(), failed.map(Fault::outcome).orElse(Outcome.UNKNOWN_STATE)));
    }
}

package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.report.FleetReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a user reads when a change of several environments fails. */
final class FleetFaults {

    private FleetFaults() {}

    /** The fault of a run that stops before its first write: how to allow what is missing, and how to go on without the rest. */
    static Fault beforeTheFirstWrite(Fault fault, List<FleetMember> members) {
        List<String> remedies = new ArrayList<>(fault.remedies());
        Map<String, TreeSet<String>> missing = new TreeMap<>();
        for (FleetMember member : members) {
            member.missing()
                    .ifPresent(refused -> missing.computeIfAbsent(refused.parameter(), unused -> new TreeSet<>())
                            .add(refused.name()));
        }
        if (missing.values().stream().anyMatch(names -> names.size() > 1)) {
            List<String> all = new ArrayList<>();
            missing.forEach(
                    (parameter, names) -> all.add("-Dmessagemedia." + parameter + "=" + String.join(",", names)));
            remedies.add("To allow all of them, add " + String.join(" ", all) + ".");
        }
        remedies.add("Nothing was written, in no environment. To change the others now, add"
                + " -Dmessagemedia.continueOnError=true.");
        return new Fault(fault.problems(), remedies, fault.outcome());
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

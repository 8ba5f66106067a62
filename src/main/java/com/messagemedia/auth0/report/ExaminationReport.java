package com.messagemedia.auth0.report;

import com.messagemedia.auth0.model.CheckResult;
import com.messagemedia.auth0.model.CheckResult.State;
import com.messagemedia.auth0.model.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The result of an examination as text: each link of the chain, and the way to repair it.
 *
 * @param links the links of the chain
 */
public record ExaminationReport(List<CheckResult> links) {

    private static final String INDENT = " ".repeat(24);

    /** Returns a line for each link, with the remedy below it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (CheckResult link : links) {
            lines.add(String.format(
                    Locale.ROOT, "%-8s %-14s %s", link.state().word(), link.name(), Printable.text(link.found())));
            if (!link.remedy().isEmpty()) {
                lines.add(INDENT + Printable.text(link.remedy()));
            }
        }
        return lines;
    }

    /** Returns the closing line for a chain without a broken link. */
    public String line() {
        long unknown =
                links.stream().filter(link -> link.state() == State.UNKNOWN).count();
        return "Outcome: no link is broken" + (unknown == 0 ? "." : "; " + unknown + " could not be examined.");
    }

    /** Returns a fault if a link is broken. */
    public Optional<Fault> fault() {
        List<String> broken = links.stream()
                .filter(link -> link.state() == State.BROKEN)
                .map(CheckResult::name)
                .distinct()
                .toList();
        return broken.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fault(
                        "The chain is broken at: " + String.join(", ", broken) + ".",
                        "The list, which -q hides, says how to repair each link."));
    }
}

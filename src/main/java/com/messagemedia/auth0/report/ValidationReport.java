package com.messagemedia.auth0.report;

import com.messagemedia.auth0.descriptor.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an offline check of a descriptor found, as text.
 *
 * @param validation what it found
 */
public record ValidationReport(Validation validation) {

    /** The lines of all warnings. */
    public List<String> warnings() {
        return validation.diagnostics().stream()
                .filter(diagnostic -> !diagnostic.isError())
                .flatMap(diagnostic -> DiagnosticReport.lines(diagnostic).stream())
                .toList();
    }

    /** What to say of a descriptor without an error. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        if (!validation.unresolved().isEmpty()) {
            lines.add("Not set here, so not checked: "
                    + validation.unresolved().stream()
                            .map(reference -> "${" + reference.name() + "} (line "
                                    + reference.origin().line() + ")")
                            .collect(Collectors.joining(", ")));
        }
        String environments = validation.environments().isEmpty()
                ? ""
                : " Environments: " + String.join(", ", validation.environments()) + ".";
        lines.add("The descriptor is valid." + environments);
        return lines;
    }
}

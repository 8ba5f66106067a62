package com.messagemedia.auth0.report;

import com.messagemedia.auth0.descriptor.Validation;
import com.messagemedia.auth0.descriptor.Validation.IgnoredKey;
import com.messagemedia.auth0.descriptor.Validation.UnresolvedReference;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.report.FaultReport.DiagnosticReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The findings of an offline check of a descriptor as text.
 *
 * @param validation the findings
 */
public record ValidationReport(Validation validation) {

    /** Returns the lines of all warnings. */
    public List<String> warnings() {
        return validation.diagnostics().stream()
                .filter(diagnostic -> !diagnostic.isError())
                .flatMap(diagnostic -> DiagnosticReport.lines(diagnostic).stream())
                .toList();
    }

    /** Returns the summary of a descriptor without an error. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        if (!validation.unresolved().isEmpty()) {
            lines.add("Not set here, so not checked: "
                    + NameList.of(validation.unresolved().stream()
                            .map(ValidationReport::text)
                            .toList()));
        }
        lines.addAll(ignored());
        String environments = validation.environments().isEmpty()
                ? ""
                : " Environments: " + NameList.of(validation.environments()) + ".";
        lines.add(Printable.text("The descriptor is valid." + environments));
        return lines;
    }

    /** Names the keys of another delivery, once for the environments that ignore the same ones. */
    private List<String> ignored() {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        Map<String, Set<String>> environments = new LinkedHashMap<>();
        for (IgnoredKey each : validation.ignored()) {
            String key = each.key() + " (line " + each.origin().line() + ")";
            keys.computeIfAbsent(each.delivery(), unused -> new LinkedHashSet<>())
                    .add(key);
            environments
                    .computeIfAbsent(each.delivery(), unused -> new LinkedHashSet<>())
                    .add(each.environment());
        }
        return keys.entrySet().stream()
                .map(entry ->
                        Printable.text("Ignored in " + NameList.of(environments.getOrDefault(entry.getKey(), Set.of()))
                                + ", with delivery: " + entry.getKey() + ": " + NameList.of(entry.getValue())))
                .toList();
    }

    private static String text(UnresolvedReference reference) {
        boolean server = reference.name().startsWith("server ");
        String name = server ? reference.name() + " of settings.xml" : "${" + reference.name() + "}";
        return Printable.text(name + " (" + reference.line() + ")");
    }
}

package com.messagemedia.auth0.model;

import java.util.List;

/** An invalid descriptor, with all its errors and warnings. */
public final class DescriptorException extends Fault {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /** An invalid descriptor with these diagnostics, in the order of the file. */
    public DescriptorException(String fileName, List<Diagnostic> diagnostics) {
        super(
                problem(files(fileName, diagnostics), diagnostics),
                "Correct " + String.join(" and ", files(fileName, diagnostics)) + " and run the goal again.");
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** The files that have errors: the descriptor, the file of its environments, or both. */
    private static List<String> files(String fileName, List<Diagnostic> diagnostics) {
        List<String> files = diagnostics.stream()
                .filter(Diagnostic::isError)
                .map(found -> found.origin().file())
                .distinct()
                .toList();
        return files.isEmpty() ? List.of(fileName) : files;
    }

    private static String problem(List<String> files, List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        return String.join(" and ", files) + (files.size() == 1 ? " has " : " have ")
                + (errors == 1 ? "1 error" : errors + " errors") + ".";
    }

    /** All errors and warnings, in the order of the file. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}

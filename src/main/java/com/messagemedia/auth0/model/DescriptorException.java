package com.messagemedia.auth0.model;

import java.util.List;

/** An invalid descriptor, with all its errors and warnings. */
public final class DescriptorException extends Fault {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /** An invalid descriptor with these diagnostics, in the order of the file. */
    public DescriptorException(String fileName, List<Diagnostic> diagnostics) {
        super(problem(fileName, diagnostics), "Correct " + fileName + " and run the goal again.");
        this.diagnostics = List.copyOf(diagnostics);
    }

    private static String problem(String fileName, List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        return fileName + " has " + (errors == 1 ? "1 error" : errors + " errors") + ".";
    }

    /** All errors and warnings, in the order of the file. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}

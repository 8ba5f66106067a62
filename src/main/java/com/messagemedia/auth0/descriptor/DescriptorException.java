package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.Diagnostic;
import com.messagemedia.auth0.connection.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** A descriptor that cannot be used, with everything that is wrong with it. */
public final class DescriptorException extends Fault {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    DescriptorException(String fileName, List<Diagnostic> diagnostics) {
        super(problem(fileName, diagnostics), "Correct " + fileName + " and run the goal again.");
        this.diagnostics = List.copyOf(diagnostics);
    }

    private static String problem(String fileName, List<Diagnostic> diagnostics) {
        List<Diagnostic> errors =
                diagnostics.stream().filter(Diagnostic::isError).toList();
        String count = errors.size() == 1 ? "1 error" : errors.size() + " errors";
        return errors.stream()
                .map(Diagnostic::headline)
                .collect(Collectors.joining("\n  ", fileName + " has " + count + ":\n  ", ""));
    }

    /** All errors and warnings, in the order of the file. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}

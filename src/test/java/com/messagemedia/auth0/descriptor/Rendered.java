package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/** Diagnostics as a user reads them, so that tests can compare every word and every caret. */
final class Rendered {

    private Rendered() {}

    static String of(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Rendered::of).collect(Collectors.joining("\n"));
    }

    private static String of(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder(diagnostic.headline()).append('\n');
        diagnostic.sourceLine().ifPresent(line -> {
            String number = "  " + diagnostic.origin().line() + " | ";
            text.append(number).append(line).append('\n');
            text.append(" ".repeat(number.length() - 2)).append("| ");
            text.append(" ".repeat(diagnostic.origin().column() - 1));
            text.append("^".repeat(diagnostic.width())).append('\n');
        });
        return text.append("  ").append(diagnostic.remedy()).append('\n').toString();
    }
}

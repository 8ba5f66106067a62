package com.messagemedia.auth0.report;

import com.messagemedia.auth0.connection.Diagnostic;
import com.messagemedia.auth0.connection.Origin;
import java.util.ArrayList;
import java.util.List;

/** Diagnostics as text: place and problem, the source line with a caret under the spot, and what to write instead. */
public final class DiagnosticReport {

    private DiagnosticReport() {}

    /** The lines for one diagnostic. */
    public static List<String> lines(Diagnostic diagnostic) {
        List<String> lines = new ArrayList<>();
        lines.add(Printable.text(diagnostic.headline()));
        diagnostic.sourceLine().ifPresent(source -> {
            Origin origin = diagnostic.origin();
            String gutter = "  " + origin.line() + " | ";
            int before = Math.max(0, Math.min(origin.column() - 1, source.length()));
            int width = Math.max(1, Math.min(diagnostic.width(), source.length() - before));
            // A tab would put the caret elsewhere than the reader's editor does.
            String shown = source.replace('\t', ' ');
            lines.add(gutter + Printable.text(shown));
            int indent = Printable.text(shown.substring(0, before)).length();
            lines.add(" ".repeat(gutter.length() - 2) + "| " + " ".repeat(indent) + "^".repeat(width));
        });
        lines.add("  " + diagnostic.remedy());
        return lines;
    }
}

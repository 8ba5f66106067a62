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
            // A tab would put the caret elsewhere than the reader's editor does.
            String shown = source.replace('\t', ' ');
            lines.add(gutter + Printable.text(shown));
            lines.add(" ".repeat(gutter.length() - 2) + "| " + caret(shown, origin.column() - 1, diagnostic.width()));
        });
        lines.add("  " + Printable.text(diagnostic.remedy()));
        return lines;
    }

    /** Places count characters as YAML does, whole code points; the caret counts columns of what is printed. */
    private static String caret(String shown, int column, int width) {
        int length = shown.codePointCount(0, shown.length());
        int before = Math.max(0, Math.min(column, length));
        int after = Math.min(before + width, length);
        int start = shown.offsetByCodePoints(0, before);
        int end = shown.offsetByCodePoints(0, Math.max(before, after));
        return " ".repeat(columns(shown.substring(0, start)))
                + "^".repeat(Math.max(1, columns(shown.substring(start, end))));
    }

    private static int columns(String shown) {
        return Printable.columns(Printable.text(shown));
    }
}

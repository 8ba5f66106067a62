package com.messagemedia.auth0.report;

import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A fault as the failure message of a goal: what happened, what to do, and how Auth0 is left. */
public final class FaultReport {

    /** The frames of an endless recursion are all the same. */
    private static final int MOST_FRAMES = 30;

    private FaultReport() {}

    /** The lines for a fault. */
    public static List<String> lines(Fault fault) {
        List<String> lines = new ArrayList<>(printed(fault, Fault::problems));
        if (fault instanceof DescriptorException descriptor) {
            descriptor.diagnostics().forEach(diagnostic -> {
                lines.add("");
                lines.addAll(DiagnosticReport.lines(diagnostic));
            });
            lines.add("");
        } else {
            lines.addAll(printed(fault, Fault::remedies));
        }
        lines.add(outcome(fault.outcome()));
        return lines;
    }

    private static List<String> printed(Fault fault, Function<Fault, List<String>> sentences) {
        return sentences.apply(fault).stream().map(Printable::text).toList();
    }

    /**
     * The lines for a reader who saw everything that the goal logged: nothing was hidden from them.
     *
     * @param lines the lines for a fault
     */
    public static List<String> unhidden(List<String> lines) {
        return lines.stream()
                .map(line -> line.replace(", which -q hides, ", " above "))
                .toList();
    }

    /**
     * A closing line that names the environment as well.
     *
     * @param line an outcome
     * @param environment the one that the goal worked on, where the descriptor has any
     */
    public static String in(Optional<String> environment, String line) {
        return line + environment.map(name -> " Environment: " + name + ".").orElse("");
    }

    /** The one line that tells how Auth0 is left by a run that failed, or sent a message. */
    public static String outcome(Outcome outcome) {
        return switch (outcome) {
            case PENDING -> "Outcome: pending; the changes are not applied yet.";
            case DIFFERENT -> "Outcome: different; Auth0 is not as the descriptor says, and was left so.";
            case SENT -> "Outcome: sent; Auth0 is as it was.";
            case REFUSED -> "Outcome: refused; Auth0 is as it was.";
            case UNKNOWN_STATE -> "Outcome: unknown; look at the connection before you run this again.";
            case PARTLY_APPLIED -> "Outcome: partly applied; run this again to go on.";
            case NOTHING_WRITTEN -> "Outcome: failed; nothing was written to Auth0.";
            case APPLIED -> "Outcome: applied, with the fault above.";
            case NOTHING_TO_DO -> "Outcome: nothing to do.";
        };
    }

    /**
     * The lines for a fault of the plugin itself. They name its kind and place; its own text is left out, since nobody knows
     * what is in it.
     *
     * @param outcome the closing line: how Auth0 is left, as far as that is known
     */
    public static List<String> unexpected(Throwable fault, String outcome) {
        List<String> lines = new ArrayList<>();
        lines.add("The plugin failed with " + fault.getClass().getSimpleName() + ", which is a fault of the plugin.");
        lines.add("Please report it with these lines; the plan goal shows what Auth0 holds.");
        Stream.of(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("com.messagemedia.auth0."))
                .limit(MOST_FRAMES)
                .forEach(frame -> lines.add("  at " + frame));
        lines.add(outcome);
        return lines;
    }

    /** Diagnostics as text: place and problem, the source line with a caret under the spot, and what to write instead. */
    public static final class DiagnosticReport {

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
                lines.add(
                        " ".repeat(gutter.length() - 2) + "| " + caret(shown, origin.column() - 1, diagnostic.width()));
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
}

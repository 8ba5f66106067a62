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

/** Turns a fault into the failure message of a goal: the problem, the remedy and the state of Auth0. */
public final class FaultReport {

    /** The most frames to print. An endless recursion repeats the same frames. */
    private static final int MOST_FRAMES = 30;

    private FaultReport() {}

    /** Returns the lines for a fault. */
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
     * Returns the lines for a reader who sees the whole log of the goal, with nothing hidden.
     *
     * @param lines the lines for a fault
     */
    public static List<String> unhidden(List<String> lines) {
        return lines.stream()
                .map(line -> line.replace(", which -q hides, ", " above "))
                .toList();
    }

    /**
     * Adds the environment's name to a closing line.
     *
     * @param line the closing line
     * @param environment the environment that the goal works on; empty if the descriptor has none
     */
    public static String in(Optional<String> environment, String line) {
        return line + (environment.isPresent() ? " Environment: " + environment.get() + "." : "");
    }

    /** Returns the line that tells the state of Auth0 after a run that failed or sent a message. */
    public static String outcome(Outcome outcome) {
        return switch (outcome) {
            case PENDING -> "Outcome: pending; the changes are not applied yet.";
            case DIFFERENT -> "Outcome: different; Auth0 differs from the descriptor, and nothing was written.";
            case SENT -> "Outcome: sent; Auth0 did not change.";
            case REFUSED -> "Outcome: refused; Auth0 did not change.";
            case UNKNOWN_STATE -> "Outcome: unknown; check the connection before you run the goal again.";
            case PARTLY_APPLIED -> "Outcome: partly applied; run the goal again to continue.";
            case NOTHING_WRITTEN -> "Outcome: failed; nothing was written to Auth0.";
            case APPLIED -> "Outcome: applied, with the fault above.";
            case NOTHING_TO_DO -> "Outcome: nothing to do.";
        };
    }

    /**
     * Returns the lines for a fault of the plugin itself. They name its kind and place. They leave out its own text, because
     * it can hold anything.
     *
     * @param outcome the closing line: the state of Auth0, if the plugin knows it
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

    /**
     * Turns diagnostics into text: the place, the problem, the source line with a caret under the spot, and the text to
     * write instead.
     */
    public static final class DiagnosticReport {

        private DiagnosticReport() {}

        /** Returns the lines for one diagnostic. */
        public static List<String> lines(Diagnostic diagnostic) {
            List<String> lines = new ArrayList<>();
            lines.add(Printable.text(diagnostic.headline()));
            diagnostic.sourceLine().ifPresent(source -> {
                Origin origin = diagnostic.origin();
                String gutter = "  " + origin.line() + " | ";
                // A space replaces each tab, so that the caret stands under the right character.
                String shown = source.replace('\t', ' ');
                lines.add(gutter + Printable.text(shown));
                lines.add(
                        " ".repeat(gutter.length() - 2) + "| " + caret(shown, origin.column() - 1, diagnostic.width()));
            });
            lines.add("  " + Printable.text(diagnostic.remedy()));
            return lines;
        }

        /** Returns the caret's line. A place counts whole code points, as YAML does. The caret counts printed columns. */
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

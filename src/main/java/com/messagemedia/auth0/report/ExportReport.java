package com.messagemedia.auth0.report;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.NameList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result of an export in sentences. Names come from Auth0; the report keeps each in its line, whatever characters it
 * holds.
 *
 * @param file the descriptor's file
 * @param connection the connection that the export read
 * @param owned the options that the descriptor owns
 * @param others the options that the descriptor shows as comments
 * @param variables the environment variables that the options refer to
 * @param changes the options that a plan of the descriptor still changes
 * @param besides whether the descriptor describes more than the connection
 * @param notes what a user should know about the delivery that the descriptor chooses
 */
public record ExportReport(
        String file,
        String connection,
        List<FieldPath> owned,
        List<FieldPath> others,
        List<String> variables,
        List<FieldPath> changes,
        boolean besides,
        List<String> notes) {

    public ExportReport {
        notes = List.copyOf(notes);
        owned = List.copyOf(owned);
        others = List.copyOf(others);
        variables = List.copyOf(variables);
        changes = List.copyOf(changes);
    }

    /**
     * Tells the user what the file holds and what to do next.
     *
     * @param plan the command that plans the descriptor
     */
    public List<String> lines(String plan) {
        List<String> lines = new ArrayList<>();
        lines.add("Wrote " + file + " from connection " + Printable.text(connection) + ".");
        notes.forEach(note -> lines.add("  " + note));
        lines.add(owned.isEmpty() ? "  It owns no option yet." : "  It owns " + counted(owned, "option", "") + ".");
        if (!others.isEmpty()) {
            lines.add("  It lists " + counted(others, "other option", " in comments") + ".");
        }
        if (!variables.isEmpty()) {
            lines.add((besides
                            ? "  Set these environment variables; Auth0 never shows the secrets of an Action: "
                            : "  Set these environment variables to the values in Auth0: ")
                    + NameList.of(variables) + ".");
        }
        if (changes.isEmpty()) {
            lines.add(
                    besides
                            ? "  Next, " + plan + " shows what an apply would set up."
                            : "  Next, " + plan + " shows no change of options, only the adoption.");
        }
        return lines;
    }

    /** Returns a warning about options that the descriptor changes; empty if it changes none. */
    public Optional<String> warning(String plan) {
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "The descriptor cannot express these options, so its plan would change them or stop at them: "
                                + names(changes) + ". Run " + plan + " and check the plan before you apply.");
    }

    private static String counted(List<FieldPath> paths, String word, String where) {
        return paths.size() + " " + word + (paths.size() == 1 ? "" : "s") + where + ": " + names(paths);
    }

    private static String names(List<FieldPath> paths) {
        return NameList.of(
                paths.stream().map(path -> Printable.text(path.toString())).toList());
    }
}

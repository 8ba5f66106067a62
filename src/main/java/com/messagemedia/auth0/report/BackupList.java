package com.messagemedia.auth0.report;

import com.messagemedia.auth0.connection.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The backups that a rollback may go back to, as text. */
public final class BackupList {

    private BackupList() {}

    /**
     * The lines of a list; none where there is no other backup than the one in hand.
     *
     * @param backups the names of the backups in order, with the paths that each would put back; none where it cannot
     *     be read
     */
    public static List<String> lines(Map<String, List<FieldPath>> backups) {
        if (backups.size() < 2) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("Backups of this connection, newest first; -Dmessagemedia.backup=NAME undoes that one apply:");
        backups.forEach(
                (name, paths) -> lines.add("  " + name + "  " + (paths.isEmpty() ? "cannot be read" : heads(paths))));
        return lines;
    }

    private static String heads(List<FieldPath> paths) {
        return paths.stream()
                .map(path -> Printable.text(path.head()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}

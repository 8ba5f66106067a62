package com.messagemedia.auth0.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * How to call another goal the way this one was called: by the prefix, or in full where Maven does not know the prefix.
 *
 * @param called what was named on Maven's command line
 * @param goal the goal that runs
 */
record NextGoal(List<String> called, String goal) {

    private static final String PREFIX = "messagemedia:";

    /** The command for a goal and the descriptor that it finds by itself. */
    String command(String next) {
        String end = ":" + goal;
        String way = called.stream()
                .map(task -> task.split("@", 2)[0])
                .filter(task -> task.endsWith(end))
                .map(task -> task.substring(0, task.length() - goal.length()))
                .findFirst()
                .orElse(PREFIX);
        return "mvn " + way + next;
    }

    /** The command for a goal and this descriptor. */
    String command(String next, Path descriptor) {
        String named = "-Dmessagemedia.file=" + descriptor;
        return command(next) + " " + (named.contains(" ") ? '"' + named + '"' : named);
    }
}

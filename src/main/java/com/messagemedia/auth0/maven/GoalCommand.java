package com.messagemedia.auth0.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * How to call another goal the way this one was called: by the prefix, or in full where Maven does not know the prefix.
 *
 * @param called what was named on Maven's command line
 * @param goal the goal that runs
 */
record GoalCommand(List<String> called, String goal) {

    private static final String PREFIX = "messagemedia:";

    /** The command that calls a goal, which finds the descriptor by itself. */
    String to(String next) {
        String end = ":" + goal;
        String way = called.stream()
                .map(task -> task.split("@", 2)[0])
                .filter(task -> task.endsWith(end))
                .map(task -> task.substring(0, task.length() - goal.length()))
                .findFirst()
                .orElse(PREFIX);
        return "mvn " + way + next;
    }

    /** The command that calls a goal for this descriptor. */
    String to(String next, Path descriptor) {
        String named = "-Dmessagemedia.file=" + descriptor;
        return to(next) + " " + (named.contains(" ") ? '"' + named + '"' : named);
    }
}

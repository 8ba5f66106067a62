package com.messagemedia.auth0.maven;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a goal prints about one of many environments, until all of them are told together. */
final class RecordedOutput implements GoalOutput.Sink {

    private final boolean shown;
    private final List<String> lines = new ArrayList<>();

    RecordedOutput(boolean shown) {
        this.shown = shown;
    }

    /** The lines since this was last asked. */
    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    /** The headline names the environment, which the report of all names itself. */
    @Override
    public void headline(String line) {}

    @Override
    public void info(String line) {
        lines.add(line);
    }

    /** What matters only at its moment is no part of a report that comes later. */
    @Override
    public void passing(String line) {}

    @Override
    public void warn(String line) {
        lines.add("WARNING: " + line);
    }

    @Override
    public void debug(String line) {}

    @Override
    public boolean isShown() {
        return shown;
    }
}

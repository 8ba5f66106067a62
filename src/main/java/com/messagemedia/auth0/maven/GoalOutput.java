package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.redaction.Redactor;
import com.messagemedia.auth0.report.Printable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.logging.Log;

/** Prints a goal's messages to the user, and removes every secret that the goal knows so far. One thread uses it. */
final class GoalOutput {

    private final Sink sink;
    private final Set<String> secrets = new HashSet<>();
    private Redactor redactor = Redactor.none();

    /** Where lines go that hold no secret any more. */
    interface Sink {
        /** The line above a plan, which names tenant and environment. */
        void headline(String line);

        void info(String line);

        /** A line that matters only now, such as why the user has to wait. */
        void passing(String line);

        void warn(String line);

        void debug(String line);

        /** Whether the user sees what {@link #info} prints. */
        boolean isShown();
    }

    /** The log of the build. */
    private record LogSink(Log log) implements Sink {
        @Override
        public void headline(String line) {
            log.info(line);
        }

        @Override
        public void info(String line) {
            log.info(line);
        }

        @Override
        public void passing(String line) {
            log.info(line);
        }

        @Override
        public void warn(String line) {
            log.warn(line);
        }

        @Override
        public void debug(String line) {
            log.debug(line);
        }

        @Override
        public boolean isShown() {
            return log.isInfoEnabled();
        }
    }

    GoalOutput(Log log) {
        this(new LogSink(log));
    }

    GoalOutput(Sink sink) {
        this.sink = sink;
    }

    /** Prints a plan below its headline. */
    void plan(List<String> lines) {
        sink.headline(Printable.painted(redactor.scrubOwn(lines.get(0))));
        info(lines.subList(1, lines.size()));
    }

    /** Prints lines of our own. They may be coloured; a name from outside cannot repaint the terminal. */
    void info(List<String> lines) {
        for (String line : lines) {
            sink.info(Printable.painted(redactor.scrubOwn(line)));
        }
    }

    /** Prints a line that matters only now, such as why the user has to wait. */
    void passing(String line) {
        sink.passing(Printable.painted(redactor.scrubOwn(line)));
    }

    /** Prints warnings, which have no colours. */
    void warn(List<String> lines) {
        for (String line : lines) {
            sink.warn(Printable.text(redactor.scrubOwn(line)));
        }
    }

    /** Prints a line for a developer who looks for a bug in the plugin. */
    void debug(String line) {
        sink.debug(Printable.text(redactor.scrubOwn(line)));
    }

    /** From now on takes these values out of everything that the goal prints. */
    void redact(Collection<String> values) {
        // Most environments bring the secrets that the others brought.
        if (secrets.addAll(values)) {
            redactor = Redactor.of(secrets);
        }
    }

    /** From now on takes this secret out of everything that the goal prints. */
    void redact(Secret secret) {
        redact(List.of(secret.reveal()));
    }

    /** Takes every secret that is known by now out of texts. */
    Redactor redactor() {
        return redactor;
    }

    /** Whether the user sees what {@link #info} prints; with {@code -q} nobody does. */
    boolean isShown() {
        return sink.isShown();
    }
}

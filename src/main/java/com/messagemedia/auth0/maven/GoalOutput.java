package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.redaction.Redactor;
import com.messagemedia.auth0.report.Printable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.logging.Log;

/** Prints a goal's messages to the user, and removes every secret that the goal knows so far. */
final class GoalOutput {

    private final Log log;
    private final Set<String> secrets = new HashSet<>();
    private Redactor redactor = Redactor.none();

    GoalOutput(Log log) {
        this.log = log;
    }

    /** Prints lines of our own. They may be coloured; a name from outside cannot repaint the terminal. */
    void info(List<String> lines) {
        for (String line : lines) {
            log.info(Printable.painted(redactor.scrubOwn(line)));
        }
    }

    /** Prints warnings, which have no colours. */
    void warn(List<String> lines) {
        for (String line : lines) {
            log.warn(Printable.text(redactor.scrubOwn(line)));
        }
    }

    /** Prints a line for a developer who looks for a bug in the plugin. */
    void debug(String line) {
        log.debug(Printable.text(redactor.scrubOwn(line)));
    }

    /** From now on takes these values out of everything that the goal prints. */
    void redact(Collection<String> values) {
        secrets.addAll(values);
        redactor = Redactor.of(secrets);
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
        return log.isInfoEnabled();
    }
}

package com.messagemedia.auth0.report;

import com.messagemedia.auth0.connection.Diagnostic;
import com.messagemedia.auth0.connection.Origin;
import java.util.Optional;

/**
 * What a goal has to say to the pipeline around it about one place of the descriptor. It holds no value of any option.
 *
 * @param level how grave it is
 * @param kind what it is, in one word: a verdict's, or {@code descriptor} for a fault of the file itself
 * @param subject the option's path, the field, or what else it is about; empty for the whole file
 * @param text what was found, in one or more sentences
 * @param place where the descriptor speaks of it; empty where it does not
 */
public record Remark(Level level, String kind, String subject, String text, Optional<Origin> place) {

    /** How grave a remark is. */
    public enum Level {
        /** Worth knowing. */
        NOTICE,
        /** It works, and something should be looked at. */
        WARNING,
        /** It fails the goal. */
        ERROR
    }

    /** A fault of the descriptor, or a warning about it. */
    public static Remark of(Diagnostic diagnostic) {
        String subject = diagnostic.subject();
        String text = (subject.isEmpty() ? "" : subject + " ") + diagnostic.problem() + ". " + diagnostic.remedy();
        return new Remark(
                diagnostic.isError() ? Level.ERROR : Level.WARNING,
                "descriptor",
                Printable.text(subject),
                Printable.text(text),
                Optional.of(diagnostic.origin()).filter(origin -> origin.line() > 0));
    }
}

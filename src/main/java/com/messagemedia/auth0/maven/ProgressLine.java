package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.report.Printable;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;

/**
 * Tells somebody who waits how many environments are done. On a terminal it is one line that each environment replaces and
 * {@link #clear} removes; an interruption of the build removes it, too. Elsewhere it is a line of the log for each environment.
 */
final class ProgressLine implements AutoCloseable {

    private static final char ESCAPE = 27;

    /** To the beginning of the line, then erases what is right of it. In one piece with the text it does not flicker. */
    private static final String START = "\r";

    private static final String ERASE = ESCAPE + "[K";

    private final Consumer<String> show;
    private final Runnable erase;
    private final Thread atShutdown = new Thread(this::end, "messagemedia progress");
    private boolean shown;
    private boolean ended;

    private ProgressLine(Consumer<String> show, Runnable erase) {
        this.show = show;
        this.erase = erase;
    }

    /** Progress where the goal prints: on the user's terminal if it is one, otherwise in the log. */
    static ProgressLine of(MavenSession session, GoalOutput output) {
        if (!output.isShown() || !Terminal.canRewriteLines(session)) {
            return lines(output);
        }
        ProgressLine line = moving(Terminal.standardOutput(), Terminal.columns(session), output);
        Runtime.getRuntime().addShutdownHook(line.atShutdown);
        return line;
    }

    /** A line of the log for each environment. */
    static ProgressLine lines(GoalOutput output) {
        return new ProgressLine(text -> output.info(List.of(text)), () -> {});
    }

    /**
     * One line that each environment replaces.
     *
     * @param columns the width of the terminal; a longer text is cut, because a second line would stay
     * @param output takes the secrets out of the text
     */
    static ProgressLine moving(PrintStream out, int columns, GoalOutput output) {
        return new ProgressLine(
                text -> write(
                        out,
                        START + Printable.cut(Printable.text(output.redactor().scrubOwn(text)), columns - 1) + ERASE),
                () -> write(out, START + ERASE));
    }

    private static void write(PrintStream out, String text) {
        out.print(text);
        out.flush();
    }

    /**
     * Says that one more environment is done.
     *
     * @param done how many are
     * @param all how many there will be
     * @param line the result of this one
     */
    synchronized void done(int done, int all, String line) {
        if (!ended) {
            show.accept("[" + done + "/" + all + "] " + line);
            shown = true;
        }
    }

    /** Removes the line before something else is printed. The next environment shows it again. */
    synchronized void clear() {
        if (shown) {
            erase.run();
            shown = false;
        }
    }

    private synchronized void end() {
        clear();
        ended = true;
    }

    /** Removes the line for good. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException unused) {
            // The build is being interrupted, and the line is gone already.
            return;
        }
    }
}

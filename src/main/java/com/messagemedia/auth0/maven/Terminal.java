package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.report.Printable.Palette;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.fusesource.jansi.Ansi;
import org.fusesource.jansi.AnsiConsole;

/** The user's terminal: whether it shows colours, the questions that the plugin asks, and lines for the pipeline around it. */
final class Terminal {

    private static final int DEFAULT_COLUMNS = 80;

    /** A width of two to four digits. */
    private static final Pattern COLUMNS = Pattern.compile("[1-9][0-9]{1,3}");

    private Terminal() {}

    /** Uses colours if Maven does: not with -B, -l or -Dstyle.color=never, and not into a file or pipe. */
    static Palette palette(MavenSession session) {
        try {
            return Ansi.isEnabled() ? Palette.ANSI : Palette.PLAIN;
        } catch (LinkageError e) {
            // Maven 4 has no Jansi: there the user has to ask for colours.
            boolean always = "always".equals(session.getUserProperties().getProperty("style.color"));
            return always ? Palette.ANSI : Palette.PLAIN;
        }
    }

    /** Prints lines without the log's prefix: a pipeline finds its commands only at the beginning of a line. */
    static void print(List<String> lines) {
        PrintStream out = standardOutput();
        lines.forEach(out::println);
        out.flush();
    }

    /**
     * Whether a line can be printed again and again at its place: on a terminal with colours that one module uses at a time.
     * With {@code -Dstyle.color=always} the output may go anywhere, and with -X the log prints between.
     */
    static boolean canRewriteLines(MavenSession session) {
        return session.getRequest().isInteractiveMode()
                && isTerminal()
                && palette(session) == Palette.ANSI
                && !"always".equals(session.getUserProperties().getProperty("style.color"))
                && !"dumb".equals(session.getSystemProperties().getProperty("env.TERM"))
                && session.getRequest().getDegreeOfConcurrency() <= 1
                && session.getRequest().getLoggingLevel() > MavenExecutionRequest.LOGGING_LEVEL_DEBUG;
    }

    @SuppressWarnings(
            "SystemConsoleNull") // From JDK 22 a console exists even without a terminal, so it is asked there.
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    /** The width of a line of the log on a terminal, without the log's own {@code [INFO]}; unlimited elsewhere. */
    static int logColumns(MavenSession session) {
        return canRewriteLines(session) ? columns(session) - "[INFO] ".length() : Integer.MAX_VALUE;
    }

    /** The width of the terminal: what it says itself, or else the variable COLUMNS, or else 80. */
    static int columns(MavenSession session) {
        return columns(ownWidth(), session.getSystemProperties().getProperty("env.COLUMNS", ""));
    }

    static int columns(int own, String variable) {
        if (own > 0) {
            return own;
        }
        return COLUMNS.matcher(variable).matches() ? Integer.parseInt(variable) : DEFAULT_COLUMNS;
    }

    private static int ownWidth() {
        try {
            return AnsiConsole.getTerminalWidth();
        } catch (LinkageError e) {
            // Maven 4 has no Jansi, and that of Maven before 3.8 does not know the width.
            return 0;
        }
    }

    /** Maven 4 replaces {@code System.out} with a stream that adds the log's prefix to each line. */
    @SuppressWarnings("SystemOut")
    static PrintStream standardOutput() {
        return System.out.getClass().getName().startsWith("org.apache.maven.")
                ? new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8)
                : System.out;
    }

    /** Asks at the terminal whether to go on; the answer is no in non-interactive mode. */
    static boolean confirms(MavenSession session, String question) {
        return questions(session).map(ask -> isYes(ask, question)).orElse(false);
    }

    /** Asks until the answer is yes or no; the end of the input counts as no. */
    static boolean isYes(Function<String, Optional<String>> ask, String question) {
        Optional<String> answer = ask.apply(question + " [yes/no] ");
        while (answer.isPresent()) {
            String said = answer.get().trim().toLowerCase(Locale.ROOT);
            if (said.equals("yes") || said.equals("no")) {
                return said.equals("yes");
            }
            answer = ask.apply("Write yes or no: ");
        }
        return false;
    }

    /** Asks at the terminal; nobody approves in batch mode or without a terminal. */
    @SuppressWarnings(
            "SystemConsoleNull") // From JDK 22 a console exists even without a terminal; its end of input approves
    // nothing.
    static Approval approval(MavenSession session) {
        Console console = System.console();
        if (console == null || !session.getRequest().isInteractiveMode()) {
            return Approval.NOBODY;
        }
        return environment -> {
            String answer = console.readLine(
                    "Environment %s is protected. To approve this plan, type the environment's name: ", environment);
            return environment.equals(answer);
        };
    }

    /**
     * Asks at the terminal for the approval of several plans: their number, which nobody types without looking. In batch mode
     * or without a terminal nobody approves.
     */
    static boolean approves(MavenSession session, List<String> environments) {
        return questions(session).map(ask -> approves(ask, environments)).orElse(false);
    }

    /** Asks once for the approval of several plans; the end of the input approves nothing. */
    static boolean approves(Function<String, Optional<String>> ask, List<String> environments) {
        boolean one = environments.size() == 1;
        String question = one
                ? "Environment " + environments.get(0)
                        + " is protected. To approve this plan, type the environment's name: "
                : "The environments " + String.join(", ", environments)
                        + " are protected. To approve these plans, type their number: ";
        String yes = one ? environments.get(0) : String.valueOf(environments.size());
        return ask.apply(question).map(String::trim).filter(yes::equals).isPresent();
    }

    /**
     * A function that asks for a line at the terminal; empty in batch mode or without a terminal. The answer is empty at the end
     * of the input.
     */
    static Optional<Function<String, Optional<String>>> questions(MavenSession session) {
        return Optional.ofNullable(System.console())
                .filter(console -> session.getRequest().isInteractiveMode())
                .map(console -> question -> Optional.ofNullable(console.readLine("%s", question)));
    }
}

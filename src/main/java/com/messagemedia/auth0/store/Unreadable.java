package com.messagemedia.auth0.store;

import java.util.Set;

/** The reason why a file of the user is not read. Its message follows the file's name, such as "is a folder". */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private static final Set<Reason> OF_THE_FILE =
            Set.of(Reason.FOLDER, Reason.NOT_ORDINARY, Reason.TOO_LARGE, Reason.NOT_UTF8);

    private final Reason reason;
    private final int line;

    /** The kinds of reasons. */
    public enum Reason {
        /** The path does not exist. */
        ABSENT("does not exist", "Create it, or correct the path."),
        /** The path is a link, and its target does not exist. */
        BROKEN_LINK("is a link to a file that does not exist", "Correct the link, or name the file itself."),
        /** The path is a folder. */
        FOLDER("is a folder", "Name the file itself."),
        /** A device, a socket, or a pipe where none is allowed: reading it could take forever. */
        NOT_ORDINARY("is not a regular file", "Name a file on disk, not a device, pipe or socket."),
        /** The user that runs Maven has no permission to read it. */
        FORBIDDEN("cannot be read: permission denied", "Give the user that runs Maven permission to read it."),
        /** It is larger than the limit. */
        TOO_LARGE("is larger than", "Check that it is the right file."),
        /** Some of its bytes are not UTF-8. */
        NOT_UTF8("is not UTF-8", "Save it as UTF-8."),
        /** A pipe whose writer does not write, or does not finish. */
        SILENT_PIPE("is a pipe whose writer did not finish", "Check that the program that writes to it runs."),
        /** The operating system reported another error. */
        BROKEN("could not be read", "Check the disk and the file.");

        private final String problem;
        private final String remedy;

        Reason(String problem, String remedy) {
            this.problem = problem;
            this.remedy = remedy;
        }
    }

    Unreadable(Reason reason) {
        this(reason, "", 0);
    }

    /** A reason with more details after its own words. */
    Unreadable(Reason reason, String more) {
        this(reason, more, 0);
    }

    private Unreadable(Reason reason, String more, int line) {
        super(reason.problem + more);
        this.reason = reason;
        this.line = line;
    }

    static Unreadable notUtf8(int line) {
        return new Unreadable(Reason.NOT_UTF8, " in line " + line, line);
    }

    /** The kind of reason. */
    public Reason reason() {
        return reason;
    }

    /** Whether the file itself is wrong, rather than its path or its permissions. */
    public boolean isOfTheFile() {
        return OF_THE_FILE.contains(reason);
    }

    /** What is wrong with the file, a clause that follows its name. */
    public String problem() {
        return String.valueOf(getMessage());
    }

    /** What to do about it, a sentence. */
    public String remedy() {
        return reason.remedy;
    }

    /** The line, from 1, that is not UTF-8; 0 for any other reason. */
    public int line() {
        return line;
    }
}

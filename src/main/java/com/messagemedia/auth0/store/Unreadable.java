package com.messagemedia.auth0.store;

import java.util.Set;

/** Why a file of the user's is not read. Its message goes on after the file's name, such as "is a folder". */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private static final Set<Reason> OF_THE_FILE =
            Set.of(Reason.FOLDER, Reason.NOT_ORDINARY, Reason.TOO_LARGE, Reason.NOT_UTF8);

    private final Reason reason;
    private final int line;

    /** The kinds of refusal. */
    public enum Reason {
        /** Nothing is there. */
        ABSENT("is not there", "Create it, or correct the path."),
        /** A link is there, and not what it leads to. */
        BROKEN_LINK("is a link to a file that is not there", "Correct the link, or name the file itself."),
        /** A folder. */
        FOLDER("is a folder", "Name the file itself."),
        /** A device, a socket, or a pipe where none may be: reading it could take for ever. */
        NOT_ORDINARY("is no ordinary file", "Name a file on the disk, and no device, pipe or socket."),
        /** The user that runs Maven has no right to it. */
        FORBIDDEN("may not be read", "Give the user that runs Maven the right to read it."),
        /** It has more bytes than the limit. */
        TOO_LARGE("is larger than", "Check that it is the right file."),
        /** Some of its bytes are not UTF-8. */
        NOT_UTF8("is not UTF-8", "Save it as UTF-8."),
        /** A pipe, and the program at its other end does not write, or does not end. */
        SILENT_PIPE("is a pipe that was not written to the end", "See whether the program that writes to it runs."),
        /** The system failed. */
        BROKEN("could not be read", "See whether the disk and the file are in order.");

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

    /** With more words after the reason's own. */
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

    /** The kind of refusal. */
    public Reason reason() {
        return reason;
    }

    /** Whether the file itself is wrong, not this user's or this machine's way to it. */
    public boolean isOfTheFile() {
        return OF_THE_FILE.contains(reason);
    }

    /** What is wrong with the file, to go on after its name. */
    public String problem() {
        return String.valueOf(getMessage());
    }

    /** What to do about it, a sentence. */
    public String remedy() {
        return reason.remedy;
    }

    /** The line, from 1, that is not UTF-8; 0 where the reason is another one. */
    public int line() {
        return line;
    }
}

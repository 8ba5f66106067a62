package com.messagemedia.auth0.model;

/**
 * The result of one check of {@code doctor}: one link of the chain from the descriptor to the phone.
 *
 * @param name the link, such as {@code credentials}
 * @param state the state of the link
 * @param found what the check found, a clause without any secret
 * @param remedy what to do; empty if there is nothing to do
 */
public record CheckResult(String name, State state, String found, String remedy) {

    /** The state of a link. */
    public enum State {
        /** The link works. */
        OK("ok"),
        /** The link works, but the user should know something about it. */
        WARNING("warning"),
        /** The check could not find out. */
        UNKNOWN("unknown"),
        /** The link is broken: codes do not arrive, or every apply fails. */
        BROKEN("broken");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The state's word in reports. */
        public String word() {
            return word;
        }
    }

    /** A link that works. */
    public static CheckResult ok(String name, String found) {
        return new CheckResult(name, State.OK, found, "");
    }

    /** A link that works, with a warning. */
    public static CheckResult warning(String name, String found, String remedy) {
        return new CheckResult(name, State.WARNING, found, remedy);
    }

    /** A link that the check could not examine. */
    public static CheckResult unknown(String name, String found, String remedy) {
        return new CheckResult(name, State.UNKNOWN, found, remedy);
    }

    /** A broken link. */
    public static CheckResult broken(String name, String found, String remedy) {
        return new CheckResult(name, State.BROKEN, found, remedy);
    }
}

package com.messagemedia.auth0.model;

/**
 * One link of the chain from the descriptor to the phone.
 *
 * @param name what it is
 * @param state how it is
 * @param found what was found, as a clause without any secret
 * @param remedy what to do; empty where nothing is to be done
 */
public record CheckResult(String name, State state, String found, String remedy) {

    /** How a link is. */
    public enum State {
        /** As it should be. */
        OK("ok"),
        /** It works, and something should be known. */
        WARNING("warning"),
        /** It could not be learned. */
        UNKNOWN("unknown"),
        /** Broken: codes do not arrive, or no choice lets an apply succeed. */
        BROKEN("broken");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word for it. */
        public String word() {
            return word;
        }
    }

    /** A link that is as it should be. */
    public static CheckResult ok(String name, String found) {
        return new CheckResult(name, State.OK, found, "");
    }

    /** A link that works, with something to know. */
    public static CheckResult warning(String name, String found, String remedy) {
        return new CheckResult(name, State.WARNING, found, remedy);
    }

    /** A link of which nothing could be learned. */
    public static CheckResult unknown(String name, String found, String remedy) {
        return new CheckResult(name, State.UNKNOWN, found, remedy);
    }

    /** A broken link. */
    public static CheckResult broken(String name, String found, String remedy) {
        return new CheckResult(name, State.BROKEN, found, remedy);
    }
}

package com.messagemedia.auth0.testing;

/**
 * How often a law is tried on other input. {@code -Dtrials.percent=10} tries it a tenth as often: mutation testing runs each test
 * hundreds of times.
 */
public final class Trials {

    private static final int PERCENT = Integer.getInteger("trials.percent", 100);

    private Trials() {}

    /** How many trials to make where this many are usual; one at least. */
    public static int of(int usual) {
        return Math.max(1, (int) (usual * (long) PERCENT / 100));
    }
}

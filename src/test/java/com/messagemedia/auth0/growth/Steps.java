package com.messagemedia.auth0.growth;

/** Counts how often our own code begins a method or comes to a jump. The count of a run depends on its input alone. */
public final class Steps {

    private static long count;

    private Steps() {}

    /** One step more. {@link CountingLoader} writes this call into each class. */
    public static void step() {
        count++;
    }

    static long count() {
        return count;
    }
}

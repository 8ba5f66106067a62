package com.messagemedia.auth0.connection;

import java.util.Optional;

/**
 * A reference and what it refers to. Its own text form shows no value.
 *
 * @param name its name
 * @param value what it refers to; empty where nothing of that name is there
 * @param refusal why something that is there is not read; empty where it is read, or not there
 * @param doubt why it may be used for a credential only; empty where it is harmless, or allowed outside the descriptor
 */
public record ResolvedReference(
        ReferenceName name, Optional<String> value, Optional<Refusal> refusal, Optional<Doubt> doubt) {

    /** Why a reference is refused where no credential is expected. */
    public enum Doubt {
        /** Its name says that it is a credential. */
        CREDENTIAL,
        /** It leads to a file outside the descriptor's folder. */
        OUTSIDE
    }

    /**
     * Why a file is not read.
     *
     * @param problem what it is, such as "is a folder"
     * @param remedy what to do
     * @param everywhere whether the file itself is wrong, so that an offline check refuses it; what lacks here can be there where
     *     the descriptor is applied: a right, a link's target, the program that writes to a pipe
     */
    public record Refusal(String problem, String remedy, boolean everywhere) {}

    /** Whether Java could not read the value as text; a file is read strictly and never comes to this. */
    public boolean isUndecodable() {
        return !name.isFile() && value.filter(GivenText::isUnreadable).isPresent();
    }

    @Override
    public String toString() {
        return "reference " + name;
    }
}

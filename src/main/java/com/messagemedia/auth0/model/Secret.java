package com.messagemedia.auth0.model;

/**
 * A credential. It has no readable text and is not serialisable; {@link #reveal()} is the one way to its value, for the
 * places that put it on the wire.
 */
public final class Secret {

    private final String value;

    /** Wraps a credential; refuses an empty one with {@link IllegalArgumentException}. */
    public Secret(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a secret cannot be empty");
        }
        this.value = value;
    }

    /** The value itself, for the wire alone. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}

package com.messagemedia.auth0.model;

/**
 * A credential. Its {@code toString} does not show it and it is not serialisable. Only {@link #reveal()} returns the
 * value, for the code that sends it.
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

    /** The value itself, only for the code that sends it. */
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

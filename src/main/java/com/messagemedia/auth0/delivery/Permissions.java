package com.messagemedia.auth0.delivery;

import java.util.Set;

/**
 * What the caller allows besides the descriptor. A name is an environment, or the tenant's domain where the descriptor has no
 * environments.
 *
 * @param several whether the run works on several environments, so that each permission needs its name
 * @param adopt where a first adoption, or a new record in place of an unreadable one, is allowed: names, or {@code true} for the
 *     only environment of the run
 * @param approve the protected environments that the caller approves
 * @param takeOver where the caller allows to take over the tenant's phone messages
 */
public record Permissions(boolean several, Set<String> adopt, Set<String> approve, Set<String> takeOver) {

    /** Allows nothing. */
    public static final Permissions NONE = new Permissions(false, Set.of(), Set.of(), Set.of());

    /** The word that allows an adoption in the only environment of a run. */
    public static final String ANY = "true";

    public Permissions {
        adopt = Set.copyOf(adopt);
        approve = Set.copyOf(approve);
        takeOver = Set.copyOf(takeOver);
    }

    /** The same permissions in a run that works on several environments. */
    public Permissions forSeveral() {
        return new Permissions(true, adopt, approve, takeOver);
    }

    boolean adopts(String name) {
        return adopt.contains(name) || (!several && adopt.contains(ANY));
    }

    /** What a user writes to allow the adoption. */
    String toAdopt(String name) {
        return "-Dmessagemedia.adopt=" + (several ? name : ANY);
    }
}

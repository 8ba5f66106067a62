package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.http.SharedTrust;
import com.messagemedia.auth0.model.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tokens of one run of a goal, in memory only. Clients of one tenant with the same credentials and audience share a token;
 * all others have their own. What they trust, all clients of the run share. Several threads may use it at the same time.
 */
public final class SharedTokens {

    private final Map<ClientIdentity, IssuedToken> tokens = new HashMap<>();
    private final SharedTrust trust = new SharedTrust();
    private final InstantSource clock;

    /** Keeps no token yet. */
    public SharedTokens() {
        this(InstantSource.system());
    }

    /** Keeps tokens whose age this clock tells. */
    SharedTokens(InstantSource clock) {
        this.clock = clock;
    }

    InstantSource clock() {
        return clock;
    }

    /** What the clients of the run trust. */
    public SharedTrust trust() {
        return trust;
    }

    /**
     * A token, and until when it may be used.
     *
     * @param scopes its scopes; empty if they are unknown
     */
    record IssuedToken(Secret value, Optional<Set<String>> scopes, Instant freshUntil) {}

    synchronized Optional<IssuedToken> of(ClientIdentity identity) {
        return Optional.ofNullable(tokens.get(identity));
    }

    synchronized void keep(ClientIdentity identity, IssuedToken token) {
        tokens.put(identity, token);
    }

    /** Forgets a token; one that came in its place stays. */
    synchronized void forget(ClientIdentity identity, IssuedToken token) {
        tokens.remove(identity, token);
    }
}

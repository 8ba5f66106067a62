package com.messagemedia.auth0.sandbox;

import java.time.Instant;
import java.util.Set;

/** What a token allows, and until when. */
record Grant(Set<String> scopes, Instant expires) {

    boolean has(String scope) {
        return scopes.contains(scope);
    }
}

package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.SandboxCredentials;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The issued tokens, and the published one, which never expires. They are opaque, because clients must not read them.
 */
final class Tokens {

    /** Far more than a run needs; it bounds the memory of a sandbox that runs for days. */
    private static final int REMEMBERED = 1000;

    private static final int TOKEN_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SandboxSettings settings;
    private final InstantSource clock;
    private final Map<String, Grant> issued = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Grant> eldest) {
            return size() > REMEMBERED;
        }
    };

    Tokens(SandboxSettings settings) {
        this.settings = settings;
        this.clock = settings.clock();
    }

    /** A new token for the Management API. */
    synchronized String issue(Set<String> scopes) {
        String token = unknown();
        issued.put(token, new Grant(scopes, clock.instant().plus(settings.tokenLifetime())));
        return token;
    }

    /** A token that the Management API does not know: the result of a request without an audience. */
    static String unknown() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return "sandbox-token-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The grant of a token. Refuses an unknown or expired token. */
    synchronized Grant grantOf(String token) {
        Grant grant = Optional.ofNullable(issued.get(token))
                .or(() -> published(token))
                .orElseThrow(() -> ApiError.invalidToken("Invalid token"));
        if (!clock.instant().isBefore(grant.expires())) {
            throw ApiError.invalidToken("Expired token received for JSON Web Token validation");
        }
        return grant;
    }

    private Optional<Grant> published(String token) {
        return token.equals(SandboxCredentials.TOKEN)
                ? Optional.of(new Grant(settings.scopes(), Instant.MAX))
                : Optional.empty();
    }

    /** The scopes of a token, and when it expires. */
    record Grant(Set<String> scopes, Instant expires) {

        boolean has(String scope) {
            return scopes.contains(scope);
        }
    }
}

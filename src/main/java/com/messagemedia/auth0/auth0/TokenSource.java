package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.auth0.SharedTokens.IssuedToken;
import com.messagemedia.auth0.http.ClientAssertion;
import com.messagemedia.auth0.http.ClientAssertion.SigningKey;
import com.messagemedia.auth0.http.HeaderText;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import retrofit2.Call;
import retrofit2.http.FieldMap;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.Headers;
import retrofit2.http.POST;

/**
 * Supplies the token for each request: the user's token, or one from the client credentials grant. It gets a new one
 * at the first request and shortly before the old one expires (Auth0 documentation, "Get Management API Access Tokens
 * for Production"). Several threads share one token.
 */
final class TokenSource {

    /**
     * A token is replaced 10 seconds before it expires: enough for a request that is on its way, and for clocks that
     * differ.
     */
    private static final int SPARE_SECONDS = 10;

    private final ClientIdentity identity;
    private final TokenApi api;
    private final RequestExecutor executor;
    private final SharedTokens shared;

    TokenSource(ClientIdentity identity, TokenApi api, RequestExecutor executor, SharedTokens shared) {
        this.identity = identity;
        this.api = api;
        this.executor = executor;
        this.shared = shared;
        if (identity.credentials() instanceof Credentials.Token given) {
            shared.keep(identity, new IssuedToken(given.token(), scopesInside(given.token()), Instant.MAX));
        }
    }

    /** The value of the Authorization header. */
    String bearer() {
        return bearer(current());
    }

    private static String bearer(IssuedToken token) {
        return "Bearer " + token.value().reveal();
    }

    /** The token's scopes; empty if they are unknown. */
    Optional<Set<String>> scopes() {
        return current().scopes();
    }

    /**
     * Forgets the current token if Auth0 called it expired; false if the user supplied it. A token that another thread
     * got since then stays.
     */
    synchronized boolean forget() {
        if (identity.credentials() instanceof Credentials.Token) {
            return false;
        }
        shared.of(identity)
                .filter(token -> executor.calledExpired(bearer(token)))
                .ifPresent(expired -> shared.forget(identity, expired));
        return true;
    }

    private synchronized IssuedToken current() {
        Optional<IssuedToken> known = shared.of(identity);
        if (known.isEmpty() || !executor.clock().instant().isBefore(known.get().freshUntil())) {
            return request();
        }
        // Another client may have got the token: this one has to keep it out of its texts as well.
        executor.secrets().add(known.get().value().reveal());
        return known.get();
    }

    private IssuedToken request() {
        Operation operation = Operation.token(identity.tenant());
        Value answer = executor.json(api.token(form()), operation);
        if (!(answer instanceof Tree tree)
                || !(tree.members().get("access_token") instanceof Text text)
                || !HeaderText.isSafe(text.text())) {
            throw executor.unreadable(operation, "it has no access_token that a header can contain");
        }
        executor.secrets().add(text.text());
        Secret token = new Secret(text.text());
        Optional<Set<String>> scopes = scopes(tree);
        IssuedToken issued =
                new IssuedToken(token, scopes.isPresent() ? scopes : scopesInside(token), freshUntil(tree));
        shared.keep(identity, issued);
        return issued;
    }

    private Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("audience", identity.audience());
        if (identity.credentials() instanceof Credentials.ClientSecret client) {
            form.put("client_id", client.clientId());
            form.put("client_secret", client.secret().reveal());
        } else if (identity.credentials() instanceof Credentials.PrivateKey client) {
            String issuer = identity.tenant().url().toString();
            String assertion = ClientAssertion.sign(client.clientId(), signingKey(client), issuer, executor.clock());
            executor.secrets().add(assertion);
            form.put("client_id", client.clientId());
            form.put("client_assertion_type", ClientAssertion.TYPE);
            form.put("client_assertion", assertion);
        }
        return form;
    }

    private static SigningKey signingKey(Credentials.PrivateKey key) {
        return new SigningKey(key.pem().reveal(), key.algorithm().name(), key.keyId());
    }

    /**
     * A token with a lifetime below the spare time is used until Auth0 refuses it: otherwise every request would need
     * a new token.
     */
    private Instant freshUntil(Tree answer) {
        long lifetime = answer.members().get("expires_in") instanceof Value.Numeral seconds
                        && seconds.literal().matches("[0-9]{1,9}")
                ? Long.parseLong(seconds.literal())
                : 0;
        return lifetime > SPARE_SECONDS
                ? executor.clock().instant().plusSeconds(lifetime - SPARE_SECONDS)
                : Instant.MAX;
    }

    private static Optional<Set<String>> scopes(Tree tree) {
        return tree.members().get("scope") instanceof Text text ? Optional.of(words(text.text())) : Optional.empty();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(text.split("\\s+")));
        words.remove("");
        return Set.copyOf(words);
    }

    // The scopes only improve a message. They are not trusted: Auth0 decides what the token may do.
    private static Optional<Set<String>> scopesInside(Secret token) {
        String[] parts = token.reveal().split("\\.", -1);
        try {
            String payload = parts.length == 3
                    ? new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                    : "{}";
            return Json.parse(payload) instanceof Tree claims ? scopes(claims) : Optional.empty();
        } catch (JsonFormatException | IllegalArgumentException unused) {
            return Optional.empty();
        }
    }

    /** The token endpoint of Auth0's Authentication API. */
    interface TokenApi {

        @Headers("Accept: application/json")
        @FormUrlEncoded
        @POST("oauth/token")
        Call<Value> token(@FieldMap Map<String, String> form);
    }
}

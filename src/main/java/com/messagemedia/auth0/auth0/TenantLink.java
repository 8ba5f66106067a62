package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.auth0.TokenSource.TokenApi;
import com.messagemedia.auth0.http.Loopback;
import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.SecretPaths;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import retrofit2.Call;

/**
 * What all clients of one tenant share. Several threads may use it at the same time.
 *
 * @param executor sends the requests
 * @param tokens supplies the token
 * @param budget how long to retry; if empty, each request is sent once
 */
record TenantLink(RequestExecutor executor, TokenSource tokens, Optional<RetryBudget> budget) {

    /**
     * The link to a tenant that sends each request once.
     *
     * @param paths where options hold secrets, which no message may quote
     * @param shared the tokens of the run
     * @throws Fault if the address is neither https nor on loopback
     */
    static TenantLink of(ClientIdentity identity, SecretPaths paths, RemoteApi remote, SharedTokens shared) {
        TenantAddress tenant = identity.tenant();
        if (!tenant.url().getScheme().equals("https") && !Loopback.holds(tenant.url())) {
            throw new Fault(
                    "The tenant " + tenant + " has a plain http address, which is allowed only on loopback.",
                    "Set tenant.domain to the tenant's host name; the plugin then uses https.");
        }
        KnownSecrets secrets = new KnownSecrets(paths);
        if (identity.credentials() instanceof Credentials.ClientSecret client) {
            secrets.add(client.secret().reveal());
        } else if (identity.credentials() instanceof Credentials.Token given) {
            secrets.add(given.token().reveal());
        }
        RequestExecutor executor = new RequestExecutor(identity, secrets, remote, shared.clock());
        TokenSource tokens = new TokenSource(identity, remote.calls(TokenApi.class), executor, shared);
        return new TenantLink(executor, tokens, Optional.empty());
    }

    TenantAddress tenant() {
        return executor.tenant();
    }

    String bearer() {
        return tokens.bearer();
    }

    /** The attempts of an operation that begins now. */
    Attempts attempts(int most) {
        return new Attempts(budget, tokens, most);
    }

    /** The time that is left for retries; empty if there is none or no limit. */
    Optional<Duration> left() {
        return budget.isPresent() ? budget.get().left() : Optional.empty();
    }

    /**
     * Reads a JSON document and retries temporary failures.
     *
     * @param request makes the request with the value of its Authorization header
     */
    Value read(Function<String, Call<Value>> request, Operation operation) {
        Attempts attempts = attempts(Attempts.NO_LIMIT);
        while (true) {
            try {
                return executor.json(request.apply(bearer()), operation);
            } catch (ManagementException failure) {
                attempts.waitAfter(failure);
            }
        }
    }

    /** Sends a write once and returns Auth0's answer. */
    Value write(Function<String, Call<Value>> request, Operation operation) {
        return executor.json(request.apply(bearer()), operation);
    }

    /** The failure of a success that does not hold what it should. */
    ManagementException unexpected(Value answer, String expected, Operation operation) {
        return executor.unreadable(operation, "it is a JSON " + answer.kind() + " where " + expected + " was expected");
    }
}

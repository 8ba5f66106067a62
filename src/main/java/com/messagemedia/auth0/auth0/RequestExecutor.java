package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.auth0.ErrorReply.ErrorKinds;
import com.messagemedia.auth0.auth0.ManagementException.Failure;
import com.messagemedia.auth0.auth0.ManagementException.Kind;
import com.messagemedia.auth0.http.HttpClients.ReplyTooLargeException;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.http.TransportFailure;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Sends a request once and turns every failure into a {@link ManagementException}. It never passes on the exceptions
 * of OkHttp and Moshi, not even as a cause: their messages can quote a header or a body. Several threads may use it.
 */
final class RequestExecutor {

    private static final int NO_CONTENT = 204;
    private static final int TOO_MANY_REQUESTS = 429;

    private final ClientIdentity identity;
    private final KnownSecrets secrets;
    private final RemoteApi remote;
    private final InstantSource clock;

    private volatile int remaining = Integer.MAX_VALUE;
    private volatile String expired = "";

    RequestExecutor(ClientIdentity identity, KnownSecrets secrets, RemoteApi remote, InstantSource clock) {
        this.identity = identity;
        this.secrets = secrets;
        this.remote = remote;
        this.clock = clock;
    }

    TenantAddress tenant() {
        return identity.tenant();
    }

    KnownSecrets secrets() {
        return secrets;
    }

    /** Whether the last answer about an expired token was about this value of the Authorization header. */
    boolean calledExpired(String bearer) {
        return expired.equals(bearer);
    }

    /**
     * How many requests the rate limit still allows, by the last answer of Auth0 ({@code X-RateLimit-Remaining}); very
     * many if it did not say.
     */
    int remaining() {
        return remaining;
    }

    InstantSource clock() {
        return clock;
    }

    /** Sends a request whose answer is a JSON document. */
    Value json(Call<Value> call, Operation operation) {
        Value answer = execute(call, operation).body();
        if (answer == null) {
            throw unreadable(operation, "it is empty");
        }
        return answer;
    }

    /**
     * Sends a request that Auth0 answers with an empty 204. Any other success is a failure: a page of another host
     * could give it.
     */
    void send(Call<Void> call, Operation operation) {
        int status = execute(call, operation).code();
        if (status != NO_CONTENT) {
            throw unreadable(operation, "its status is " + status + " where " + NO_CONTENT + " was expected");
        }
    }

    private <T> Response<T> execute(Call<T> call, Operation operation) {
        try {
            Response<T> response = call.execute();
            if (operation.kind() != Operation.Kind.TOKEN) {
                // The token endpoint has a limit of its own.
                remaining = remaining(response);
            }
            if (!response.isSuccessful()) {
                ManagementException refusal = refused(ErrorReply.of(response, secrets, clock), operation);
                if (refusal.kind() == Kind.EXPIRED_TOKEN) {
                    expired = String.valueOf(call.request().header("Authorization"));
                }
                throw refusal;
            }
            return response;
        } catch (JsonFormatException | ReplyTooLargeException e) {
            throw unreadable(operation, secrets.quote(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw lost(e, operation);
        }
    }

    private static int remaining(Response<?> response) {
        String stated = response.headers().get("X-RateLimit-Remaining");
        if (stated != null && stated.matches("[0-9]{1,9}")) {
            return Integer.parseInt(stated);
        }
        return response.code() == TOO_MANY_REQUESTS ? 0 : Integer.MAX_VALUE;
    }

    private ManagementException refused(ErrorReply reply, Operation operation) {
        Kind kind = ErrorKinds.of(reply, operation);
        Failure failure =
                new Failure(kind, Optional.of(reply.status()), reply.code(), reply.retryAfter(), operation.writes());
        boolean open = operation.writes() && !failure.isRefusal();
        return new ManagementException(
                operation.description() + " failed: " + reply.headline(),
                open ? ManagementRemedies.open(operation) : ManagementRemedies.of(kind, operation, identity, reply),
                failure);
    }

    private ManagementException lost(IOException failure, Operation operation) {
        TransportFailure transport = remote.failure(failure);
        boolean open = operation.writes() && transport.sent();
        Kind kind = Kind.of(transport);
        return new ManagementException(
                operation.description() + " failed: " + transport.sentence() + ".",
                open ? ManagementRemedies.open(operation) : ManagementRemedies.ofTransport(kind),
                Failure.of(kind, open));
    }

    /**
     * The deadline of an operation with several requests.
     *
     * @param left the remaining time; the operation always gets at least the timeout of one request
     */
    Instant deadline(Optional<Duration> left) {
        Duration one = remote.callTimeout();
        Duration time = left.orElse(one);
        return clock.instant().plus(time.compareTo(one) > 0 ? time : one);
    }

    /** The failure of an operation with several requests that reached its deadline. It sends no more requests. */
    ManagementException late(Operation operation, String state) {
        return new ManagementException(
                operation.description() + " failed: the time is up: " + state + ".",
                ManagementRemedies.ofTransport(Kind.TIMEOUT),
                Failure.of(Kind.TIMEOUT, false));
    }

    /** The failure of a success whose body does not have the API's format. */
    ManagementException unreadable(Operation operation, String problem) {
        return new ManagementException(
                operation.description() + " failed: the answer cannot be used: " + problem + ".",
                (operation.writes() ? ManagementRemedies.open(operation) + " " : "")
                        + ManagementRemedies.unreadable(identity),
                Failure.of(Kind.UNREADABLE_REPLY, operation.writes()));
    }
}

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
 * Sends one request, once, and turns whatever comes that is not a good answer into a {@link ManagementException}. The
 * exceptions of OkHttp and Moshi are never passed on, not even as a cause: their texts may quote a header or a body.
 */
final class RequestExecutor {

    private static final int NO_CONTENT = 204;

    private final ClientIdentity identity;
    private final KnownSecrets secrets;
    private final RemoteApi remote;
    private final InstantSource clock;

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

    InstantSource clock() {
        return clock;
    }

    /** Sends a request whose answer is a JSON document. */
    Value ask(Call<Value> call, Operation act) {
        Value answer = execute(call, act).body();
        if (answer == null) {
            throw unreadable(act, "it is empty");
        }
        return answer;
    }

    /** Sends a request that Auth0 answers with 204 and nothing else; a page of another host is no success. */
    void tell(Call<Void> call, Operation act) {
        int status = execute(call, act).code();
        if (status != NO_CONTENT) {
            throw unreadable(act, "its status is " + status + " where " + NO_CONTENT + " was expected");
        }
    }

    @SuppressWarnings("UnusedException") // See above: no cause whose text could leak.
    private <T> Response<T> execute(Call<T> call, Operation act) {
        try {
            Response<T> response = call.execute();
            if (!response.isSuccessful()) {
                throw refused(ErrorReply.of(response, secrets, clock), act);
            }
            return response;
        } catch (JsonFormatException | ReplyTooLargeException e) {
            throw unreadable(act, secrets.quote(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw lost(e, act);
        }
    }

    private ManagementException refused(ErrorReply reply, Operation act) {
        Kind kind = ErrorKinds.of(reply, act);
        Failure failure =
                new Failure(kind, Optional.of(reply.status()), reply.code(), reply.retryAfter(), act.writes());
        boolean open = act.writes() && !failure.isRefusal();
        return new ManagementException(
                act.clause() + " failed: " + reply.headline(),
                open ? ManagementRemedies.open() : ManagementRemedies.of(kind, act, identity, reply),
                failure);
    }

    private ManagementException lost(IOException failure, Operation act) {
        TransportFailure transport = remote.failure(failure);
        boolean open = act.writes() && transport.sent();
        Kind kind = Kind.of(transport);
        return new ManagementException(
                act.clause() + " failed: " + transport.sentence() + ".",
                open ? ManagementRemedies.open() : ManagementRemedies.ofTransport(kind),
                Failure.of(kind, open));
    }

    /**
     * When an act of several requests has to be over.
     *
     * @param left the time that is left; where it is less than one request may take, that counts
     */
    Instant deadline(Optional<Duration> left) {
        Duration one = remote.callTimeout();
        return clock.instant().plus(left.filter(time -> time.compareTo(one) > 0).orElse(one));
    }

    /** An act of several requests that is not over in time; the others are not made. */
    ManagementException late(Operation act, String state) {
        return new ManagementException(
                act.clause() + " failed: the time is up: " + state + ".",
                ManagementRemedies.ofTransport(Kind.TIMEOUT),
                Failure.of(Kind.TIMEOUT, false));
    }

    /** A success whose body is not what the API answers. */
    ManagementException unreadable(Operation act, String problem) {
        return new ManagementException(
                act.clause() + " failed: the answer cannot be used: " + problem + ".",
                (act.writes() ? ManagementRemedies.open() + " " : "") + ManagementRemedies.unreadable(identity),
                Failure.of(Kind.UNREADABLE_REPLY, act.writes()));
    }
}

package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.http.TransportFailure;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.time.Duration;
import java.util.Optional;

/**
 * A failed request to Auth0. Message and remedy contain no secret. From Auth0's reply they contain only the scrubbed
 * error text. There is never a cause. {@link #outcome()} is about this one request only.
 */
public final class ManagementException extends Fault {

    private static final long serialVersionUID = 1L;

    /** The kinds of failures that a program can act on. */
    public enum Kind {
        /** The client secret, the private key or the client id is wrong. */
        WRONG_CREDENTIALS,
        /** The application has no grant for the Management API. */
        CLIENT_NOT_GRANTED,
        /** The application may not use the client credentials grant. */
        GRANT_TYPE_NOT_ALLOWED,
        /** The tenant has no API with the requested audience. */
        WRONG_AUDIENCE,
        /** The API rejects the token. */
        INVALID_TOKEN,
        /** The token has expired. */
        EXPIRED_TOKEN,
        /** The token lacks a scope. */
        MISSING_SCOPE,
        /** The tenant's subscription does not include the feature. */
        NOT_ENTITLED,
        /** Auth0 does not have the requested object. */
        NOT_FOUND,
        /** The trigger already has the one Action that Auth0 allows it. */
        ACTION_EXISTS,
        /** The Action's draft is not built yet, so that it cannot be deployed. */
        ACTION_NOT_BUILT,
        /** The Action is not deployed yet, so that it cannot be bound. */
        ACTION_NOT_DEPLOYED,
        /** A custom phone provider has no deployed Action. */
        NO_DEPLOYED_ACTION,
        /** Auth0 rejects the request's content. */
        INVALID_REQUEST,
        /** The name is already taken, or the tenant already has such a thing. */
        CONFLICT,
        /** Too many requests; see {@link ManagementException#retryAfter()}. */
        RATE_LIMITED,
        /** Auth0, or a server in front of it, failed. */
        SERVER_ERROR,
        /** The answer does not have the API's format. */
        UNREADABLE_REPLY,
        /** The server cannot be reached. */
        UNREACHABLE,
        /** The host's certificate is not trusted, or belongs to another host. */
        UNTRUSTED_CERTIFICATE,
        /** The server does not speak HTTP over TLS, or only an old version of TLS. */
        PROTOCOL_FAULT,
        /** The host name is unknown. */
        UNKNOWN_HOST,
        /** The proxy refused the request. */
        PROXY_REFUSED,
        /** No complete answer in time. */
        TIMEOUT,
        /** The connection closed before the complete answer arrived. */
        CONNECTION_LOST,
        /** The answer is a redirect, which the client does not follow. */
        REDIRECTED;

        /** The kind of a failure without an answer. */
        static Kind of(TransportFailure failure) {
            return switch (failure.kind()) {
                case TIMEOUT -> TIMEOUT;
                case CONNECTION_LOST -> CONNECTION_LOST;
                case UNKNOWN_HOST -> UNKNOWN_HOST;
                case PROXY_REFUSED -> PROXY_REFUSED;
                case UNREACHABLE -> UNREACHABLE;
                case UNTRUSTED_CERTIFICATE -> UNTRUSTED_CERTIFICATE;
                case PROTOCOL_FAULT -> PROTOCOL_FAULT;
            };
        }
    }

    private final transient Failure failure;

    ManagementException(String problem, String remedy, Failure failure) {
        super(problem, remedy, failure.outcome());
        this.failure = failure;
    }

    /** What went wrong. */
    public Kind kind() {
        return failure.kind();
    }

    /** The HTTP status of the answer; empty if there was none. */
    public Optional<Integer> status() {
        return failure.status();
    }

    /** Auth0's error code ({@code errorCode}, or a token error's {@code error}); empty if there was none. */
    public Optional<String> errorCode() {
        return failure.errorCode();
    }

    /** How long Auth0 asks the caller to wait, from Retry-After or, for 429, from X-RateLimit-Reset; never negative. */
    public Optional<Duration> retryAfter() {
        return failure.retryAfter();
    }

    /**
     * Whether a change may have taken effect: the request, or part of it, was sent, and no success came back. An
     * error answer does not prove that nothing changed: a server in between can send it after Auth0 made the change.
     * The caller must read again before it sends again. Always false for a request that only reads or gets a token.
     */
    public boolean requestMayHaveBeenProcessed() {
        return failure.mayHaveBeenProcessed();
    }

    /** Whether Auth0 refused the request, so that nothing should have been written. */
    public boolean isRefusal() {
        return failure.isRefusal();
    }

    /** This failure, after a read has shown that the change did not take effect. */
    public ManagementException settledAsNotApplied() {
        Failure settled = failure.notProcessed();
        return isRefusal()
                ? new ManagementException(problem(), remedy(), settled)
                : new ManagementException(
                        sentence() + " A second read shows that the change was not applied.",
                        "Run the goal again.",
                        settled);
    }

    /** The details of a failure for programs. */
    record Failure(
            Kind kind,
            Optional<Integer> status,
            Optional<String> errorCode,
            Optional<Duration> retryAfter,
            boolean mayHaveBeenProcessed) {

        /** A failure without a readable answer. */
        static Failure of(Kind kind, boolean mayHaveBeenProcessed) {
            return new Failure(kind, Optional.empty(), Optional.empty(), Optional.empty(), mayHaveBeenProcessed);
        }

        boolean isRefusal() {
            return status.isPresent()
                    && kind != Kind.SERVER_ERROR
                    && kind != Kind.TIMEOUT
                    && kind != Kind.UNREADABLE_REPLY;
        }

        Failure notProcessed() {
            return new Failure(kind, status, errorCode, retryAfter, false);
        }

        Outcome outcome() {
            return mayHaveBeenProcessed ? Outcome.UNKNOWN_STATE : Outcome.NOTHING_WRITTEN;
        }
    }
}

package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.http.TransportFailure;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.time.Duration;
import java.util.Optional;

/**
 * One request to Auth0 that did not bring the answer it should. Message and remedy hold no secret and no more of Auth0's reply
 * than its error text, scrubbed; there is never a cause. {@link #outcome()} speaks of this one request alone.
 */
public final class ManagementException extends Fault {

    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as a program can act on it. */
    public enum Kind {
        /** The client secret, the private key or the client id is wrong. */
        WRONG_CREDENTIALS,
        /** The application has no grant for the Management API. */
        CLIENT_NOT_GRANTED,
        /** The application may not use client credentials at all. */
        GRANT_TYPE_NOT_ALLOWED,
        /** The tenant knows no API of the audience that was asked for. */
        WRONG_AUDIENCE,
        /** The API does not take the token. */
        INVALID_TOKEN,
        /** The token was good once. */
        EXPIRED_TOKEN,
        /** The token lacks a scope. */
        MISSING_SCOPE,
        /** The tenant's subscription does not include what was asked for. */
        NOT_ENTITLED,
        /** There is no such thing at Auth0. */
        NOT_FOUND,
        /** Auth0 refuses what was sent. */
        INVALID_REQUEST,
        /** Something of that name exists already. */
        CONFLICT,
        /** Too many requests; see {@link ManagementException#retryAfter()}. */
        RATE_LIMITED,
        /** Auth0, or something before it, failed. */
        SERVER_ERROR,
        /** The answer is not what the API answers. */
        UNREADABLE_REPLY,
        /** No connection could be made. */
        UNREACHABLE,
        /** The host's certificate is not trusted, or is not the host's. */
        UNTRUSTED_CERTIFICATE,
        /** What answers speaks another protocol than HTTP over TLS, or a version of it that is too old. */
        PROTOCOL_FAULT,
        /** The host's name is not known. */
        UNKNOWN_HOST,
        /** The proxy would not let the request through. */
        PROXY_REFUSED,
        /** No whole answer in time. */
        TIMEOUT,
        /** The connection broke off before the whole answer was there. */
        CONNECTION_LOST,
        /** The answer points elsewhere, where nothing was sent. */
        REDIRECTED;

        /** What went wrong with a request that brought no answer. */
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

    /** The HTTP status of the answer; empty where none came. */
    public Optional<Integer> status() {
        return failure.status();
    }

    /** Auth0's own word for the error ({@code errorCode}, or a token error's {@code error}), where it gave one. */
    public Optional<String> errorCode() {
        return failure.errorCode();
    }

    /** How long Auth0 wants the caller to wait, by Retry-After or else, for 429, by X-RateLimit-Reset; never negative. */
    public Optional<Duration> retryAfter() {
        return failure.retryAfter();
    }

    /**
     * Whether a change may have taken effect: the request was sent, or part of it, and no success came back. An error answer does
     * not prove the contrary: something between may have given it after Auth0 took the change. To be settled by reading again,
     * never by sending again blindly. Always false for a request that only reads, or that gets a token.
     */
    public boolean requestMayHaveBeenProcessed() {
        return failure.mayHaveBeenProcessed();
    }

    /** Whether an answer came that says no, so that nothing is expected to have been written. */
    public boolean isRefusal() {
        return failure.isRefusal();
    }

    /** The same failure once reading has shown that the change did not take effect. */
    public ManagementException settledAsNotApplied() {
        Failure settled = failure.notProcessed();
        return isRefusal()
                ? new ManagementException(problem(), remedy(), settled)
                : new ManagementException(
                        sentence() + " Reading again shows that the change was not applied.",
                        "Run the goal again.",
                        settled);
    }

    /** What a program needs to know of a failure. */
    record Failure(
            Kind kind,
            Optional<Integer> status,
            Optional<String> errorCode,
            Optional<Duration> retryAfter,
            boolean mayHaveBeenProcessed) {

        /** A failure without an answer that could be understood. */
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

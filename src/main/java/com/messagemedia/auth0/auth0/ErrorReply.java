package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.auth0.ManagementException.Kind;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.StatusText;
import com.messagemedia.auth0.model.Value;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.ResponseBody;
import retrofit2.Response;

/**
 * An error answer, as far as it is readable. The Management API's errors are {@code {statusCode, error, message,
 * errorCode?}}, the token endpoint's {@code {error, error_description}}; a server in between can answer with any
 * text, which is not quoted.
 *
 * @param status the HTTP status
 * @param code Auth0's error code
 * @param description Auth0's error message
 * @param retryAfter how long Auth0 asks to wait
 * @param redirect the host of a redirect; empty if there is none, or it is not readable
 */
record ErrorReply(
        int status,
        Optional<String> code,
        Optional<String> description,
        Optional<Duration> retryAfter,
        Optional<String> redirect) {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    /** Reads an error answer. */
    static ErrorReply of(Response<?> response, KnownSecrets secrets, InstantSource clock) {
        Value.Tree body = body(response);
        boolean management =
                body.members().containsKey("statusCode") || body.members().containsKey("message");
        String location = response.headers().get("Location");
        HttpUrl target =
                location == null ? null : response.raw().request().url().resolve(location);
        return new ErrorReply(
                response.code(),
                secrets.quoteText(body, management ? "errorCode" : "error"),
                secrets.quoteText(body, management ? "message" : "error_description"),
                wait(response, clock),
                Optional.ofNullable(target).map(HttpUrl::host));
    }

    private static Value.Tree body(Response<?> response) {
        try (ResponseBody body = response.errorBody()) {
            return body != null && Json.read(body.source()) instanceof Value.Tree tree ? tree : Value.Tree.EMPTY;
        } catch (IOException unused) {
            return Value.Tree.EMPTY;
        }
    }

    private static Optional<Duration> wait(Response<?> response, InstantSource clock) {
        String after = response.headers().get("Retry-After");
        String reset = response.headers().get("X-RateLimit-Reset");
        if (after != null) {
            Optional<Duration> stated = SECONDS.matcher(after).matches()
                    ? Optional.of(Duration.ofSeconds(Long.parseLong(after)))
                    : untilDate(after, clock);
            if (stated.isPresent()) {
                return stated;
            }
        }
        // Every answer has the reset header, but only for 429 it is the time to retry.
        return response.code() == TOO_MANY_REQUESTS
                        && reset != null
                        && SECONDS.matcher(reset).matches()
                ? Optional.of(
                        notNegative(Long.parseLong(reset) - clock.instant().getEpochSecond()))
                : Optional.empty();
    }

    private static Optional<Duration> untilDate(String text, InstantSource clock) {
        try {
            ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
            return Optional.of(notNegative(Duration.between(now, date).toSeconds()));
        } catch (DateTimeParseException unused) {
            return Optional.empty();
        }
    }

    private static Duration notNegative(long seconds) {
        return Duration.ofSeconds(Math.max(0, seconds));
    }

    boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    boolean isServerError() {
        return status >= 500;
    }

    /** The error in one line: {@code 403 Forbidden (insufficient_scope): Insufficient scope, ...}. */
    String headline() {
        String reason = StatusText.of(status).map(words -> " " + words).orElse("");
        if (isRedirect()) {
            return status + reason + ", a redirect to " + redirect.orElse("an unreadable address")
                    + ", which was not followed";
        }
        return status
                + reason
                + code.map(word -> " (" + word + ")").orElse("")
                + description.map(sentence -> ": " + sentence).orElse("");
    }

    /**
     * Finds the meaning of an error answer. The status comes first, because Auth0's messages change (Management API
     * and Authentication API references, "Standard error responses"); code and message decide only if a status has
     * several meanings.
     */
    static final class ErrorKinds {

        private ErrorKinds() {}

        static Kind of(ErrorReply reply, Operation operation) {
            if (reply.isRedirect()) {
                return Kind.REDIRECTED;
            }
            if (reply.isServerError()) {
                return Kind.SERVER_ERROR;
            }
            return ofPhone(reply).orElseGet(() -> ofStatus(reply, operation));
        }

        private static Kind ofStatus(ErrorReply reply, Operation operation) {
            return switch (reply.status()) {
                case 401 -> operation.kind() == Operation.Kind.TOKEN ? Kind.WRONG_CREDENTIALS : tokenRefused(reply);
                case 403 -> operation.kind() == Operation.Kind.TOKEN ? grantRefused(reply) : forbidden(reply);
                case 400 -> says(reply.code(), "Bearer") ? Kind.INVALID_TOKEN : Kind.INVALID_REQUEST;
                case 404 -> Kind.NOT_FOUND;
                case 408 -> Kind.TIMEOUT;
                case 409 -> Kind.CONFLICT;
                case 429 -> Kind.RATE_LIMITED;
                default -> Kind.INVALID_REQUEST;
            };
        }

        /**
         * The errors of Actions and phone providers that their status does not tell. The status of a provider without
         * an Action is not documented, and its code is the email provider's in the phone provider's page ("Configure a
         * custom phone provider"), so that its end decides.
         */
        private static Optional<Kind> ofPhone(ErrorReply reply) {
            if (says(reply.code(), "actions_cardinality_")) {
                return Optional.of(Kind.ACTION_EXISTS);
            }
            if (reply.code()
                    .filter(code -> code.endsWith("_deployed_action_not_found"))
                    .isPresent()) {
                return Optional.of(Kind.NO_DEPLOYED_ACTION);
            }
            if (says(reply.description(), "must be in the 'built' state")) {
                return Optional.of(Kind.ACTION_NOT_BUILT);
            }
            return says(reply.description(), "has not been deployed yet")
                    ? Optional.of(Kind.ACTION_NOT_DEPLOYED)
                    : Optional.empty();
        }

        private static Kind tokenRefused(ErrorReply reply) {
            if (says(reply.description(), "Bad audience")) {
                return Kind.WRONG_AUDIENCE;
            }
            return says(reply.description(), "Expired token") ? Kind.EXPIRED_TOKEN : Kind.INVALID_TOKEN;
        }

        private static Kind grantRefused(ErrorReply reply) {
            if (says(reply.code(), "unauthorized_client")) {
                return Kind.GRANT_TYPE_NOT_ALLOWED;
            }
            return says(reply.description(), "Service not enabled") ? Kind.WRONG_AUDIENCE : Kind.CLIENT_NOT_GRANTED;
        }

        private static Kind forbidden(ErrorReply reply) {
            // Auth0 uses the code of a missing scope also for a feature that the subscription lacks.
            return says(reply.code(), "insufficient_entitlement")
                            || says(reply.description(), "upgrade your subscription")
                    ? Kind.NOT_ENTITLED
                    : Kind.MISSING_SCOPE;
        }

        private static boolean says(Optional<String> text, String part) {
            return text.filter(present -> present.contains(part)).isPresent();
        }
    }
}

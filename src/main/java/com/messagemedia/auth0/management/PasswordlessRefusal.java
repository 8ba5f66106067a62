package com.messagemedia.auth0.management;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Auth0 sent no code.
 *
 * @param status the HTTP status
 * @param error Auth0's word for the error, such as {@code sms_provider_error}
 * @param description Auth0's sentence, without any secret that is known
 * @param retryAfter how long Auth0 wants to be left alone, where it says so
 */
public record PasswordlessRefusal(
        int status, Optional<String> error, Optional<String> description, Optional<Duration> retryAfter) {

    /** The same with Auth0's words as {@code scrub} leaves them. */
    public PasswordlessRefusal without(UnaryOperator<String> scrub) {
        return new PasswordlessRefusal(status, error.map(scrub), description.map(scrub), retryAfter);
    }
}

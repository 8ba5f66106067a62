package com.messagemedia.auth0.management;

import com.messagemedia.auth0.management.ManagementException.Kind;
import java.util.Optional;

/**
 * What an error answer means. By status first: Auth0's sentences change (Management API and Authentication API references,
 * "Standard error responses"); by code and sentence only where one status means several things.
 */
final class ErrorKinds {

    private ErrorKinds() {}

    static Kind of(ErrorReply reply, Act act) {
        if (reply.isRedirect()) {
            return Kind.REDIRECTED;
        }
        if (reply.isServerError()) {
            return Kind.SERVER_ERROR;
        }
        return switch (reply.status()) {
            case 401 -> act.aim() == Act.Aim.TOKEN ? Kind.WRONG_CREDENTIALS : tokenRefused(reply);
            case 403 -> act.aim() == Act.Aim.TOKEN ? grantRefused(reply) : forbidden(reply);
            case 400 -> says(reply.code(), "Bearer") ? Kind.INVALID_TOKEN : Kind.INVALID_REQUEST;
            case 404 -> Kind.NOT_FOUND;
            case 408 -> Kind.TIMEOUT;
            case 409 -> Kind.CONFLICT;
            case 429 -> Kind.RATE_LIMITED;
            default -> Kind.INVALID_REQUEST;
        };
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
        // A plan that lacks a feature is told with the code of a missing scope, too.
        return says(reply.code(), "insufficient_entitlement") || says(reply.description(), "upgrade your subscription")
                ? Kind.NOT_ENTITLED
                : Kind.MISSING_SCOPE;
    }

    private static boolean says(Optional<String> text, String part) {
        return text.filter(present -> present.contains(part)).isPresent();
    }
}

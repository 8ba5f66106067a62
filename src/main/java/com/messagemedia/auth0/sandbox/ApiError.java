package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.http.StatusText;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;

/**
 * An error answer to a request. Its body has Auth0's format, which differs between the Management API and the token
 * endpoint (Auth0's documentation, "Management API v2" and "Authentication API errors").
 */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    ApiError(Reply reply) {
        super("refused with status " + reply.status(), null, false, false);
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }

    /** A refusal of the Management API without an error code. */
    static ApiError of(int status, String message) {
        return new ApiError(Reply.json(status, management(status, message).tree()));
    }

    /** A refusal of the Management API. */
    static ApiError of(int status, String message, String errorCode) {
        return new ApiError(Reply.json(
                status, management(status, message).put("errorCode", errorCode).tree()));
    }

    static ApiError invalidBody(String problem) {
        return of(400, "Payload validation error: " + problem + ".", "invalid_body");
    }

    static ApiError invalidQuery(String problem) {
        return of(400, "Query validation error: " + problem + ".", "invalid_query_string");
    }

    static ApiError noSuchConnection() {
        return of(404, "The connection does not exist", "inexistent_connection");
    }

    static ApiError noSuchAction() {
        return of(404, "That action does not exist.");
    }

    /** A phone provider or template that does not exist. */
    static ApiError noSuchNotification() {
        return of(404, "Notification Resource not found");
    }

    static ApiError invalidToken(String message) {
        Value attributes = ObjectBuilder.empty().put("error", message).tree();
        return new ApiError(Reply.json(
                401, management(401, message).put("attributes", attributes).tree()));
    }

    /** A refusal of the token endpoint. */
    static ApiError oauth(int status, String error, String description) {
        return new ApiError(Reply.json(
                status,
                ObjectBuilder.empty()
                        .put("error", error)
                        .put("error_description", description)
                        .tree()));
    }

    private static ObjectBuilder management(int status, String message) {
        return ObjectBuilder.empty()
                .put("statusCode", Value.of(status))
                .put("error", StatusText.of(status).orElse("Error"))
                .put("message", message);
    }
}

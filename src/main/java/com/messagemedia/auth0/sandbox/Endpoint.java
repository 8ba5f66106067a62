package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers the requests of one route. It can also throw an {@link ApiError}, which becomes the answer. */
@FunctionalInterface
interface Endpoint {

    Reply answer(ApiRequest request);

    /**
     * A request to the sandbox's API, parsed for a route.
     *
     * @param ids the ids in the path
     * @param query the query's parameters
     * @param authorization the {@code Authorization} header
     * @param contentType the media type without its parameters, in lower case
     * @param body the body's text
     */
    record ApiRequest(
            List<String> ids, Query query, Optional<String> authorization, Optional<String> contentType, String body) {

        public ApiRequest {
            ids = List.copyOf(ids);
        }

        /** The first id in the path; an empty text if the route has none. */
        String id() {
            return ids.isEmpty() ? "" : ids.get(0);
        }

        /** The second id in the path; an empty text if the route has none. */
        String secondId() {
            return ids.size() < 2 ? "" : ids.get(1);
        }

        static Optional<String> mediaType(Optional<String> header) {
            return header.map(text -> text.split(";", 2)[0].trim().toLowerCase(Locale.ROOT));
        }

        /** The JSON body of a Management API request. */
        Value json() {
            if (!contentType.orElse("application/json").equals("application/json")) {
                throw ApiError.of(415, "Unsupported Media Type");
            }
            try {
                return Json.parse(body);
            } catch (JsonFormatException unused) {
                throw ApiError.of(400, "Invalid request payload JSON format", "invalid_body");
            }
        }

        @Override
        public String toString() {
            return "request";
        }
    }

    /** A route's answer: a status, optional JSON, and headers. */
    record Reply(int status, Optional<Value> body, Map<String, String> headers) {

        public Reply {
            headers = Map.copyOf(headers);
        }

        static Reply json(int status, Value body) {
            return new Reply(status, Optional.of(body), Map.of());
        }

        static Reply noContent() {
            return new Reply(204, Optional.empty(), Map.of());
        }

        Reply with(Map<String, String> more) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.putAll(more);
            return new Reply(status, body, all);
        }
    }
}

package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.connection.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a route answers: a status, perhaps JSON, and headers. */
record Reply(int status, Optional<Value> body, Map<String, String> headers) {

    Reply {
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

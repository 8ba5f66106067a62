package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An SMS connection to be created.
 *
 * @param name its name, which can never change
 * @param options its options
 * @param metadata its metadata; not sent if there is none
 */
public record NewConnection(String name, Options options, Map<String, String> metadata) {

    public NewConnection {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    Value body() {
        Map<String, Value> body = new LinkedHashMap<>();
        body.put("name", Value.of(name));
        body.put("strategy", Value.of(ConnectionReader.SMS));
        body.put("options", options.root());
        if (!metadata.isEmpty()) {
            Map<String, Value> members = new LinkedHashMap<>();
            metadata.forEach((key, text) -> members.put(key, Value.of(text)));
            body.put("metadata", new Value.Tree(members));
        }
        return new Value.Tree(body);
    }
}

package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a PATCH of a connection. Auth0 replaces the whole of {@code options}, so the options here are the full
 * tree. An empty member is not sent, and Auth0 keeps its value (Management API, "Update a connection").
 *
 * @param options the full options, sent in their own key order
 * @param metadata the metadata entries; an entry without a value becomes JSON null
 * @param displayName the public label
 * @param realms the realms
 */
public record ConnectionPatch(
        Optional<Options> options,
        Optional<Map<String, Optional<String>>> metadata,
        Optional<String> displayName,
        Optional<List<String>> realms) {

    /**
     * Refuses, with {@link IllegalArgumentException}, a patch that sends nothing, and options without any key: they
     * would delete all options of the connection.
     */
    public ConnectionPatch {
        if (metadata.isPresent()) {
            metadata = Optional.of(Collections.unmodifiableMap(new LinkedHashMap<>(metadata.get())));
        }
        if (realms.isPresent()) {
            realms = Optional.of(List.copyOf(realms.get()));
        }
        if (options.isEmpty() && metadata.isEmpty() && displayName.isEmpty() && realms.isEmpty()) {
            throw new IllegalArgumentException("a patch that sends nothing");
        }
        if (options.isPresent() && options.get().isEmpty()) {
            throw new IllegalArgumentException("a patch that would wipe the options");
        }
    }

    Value body() {
        Map<String, Value> body = new LinkedHashMap<>();
        if (options.isPresent()) {
            body.put("options", options.get().root());
        }
        if (metadata.isPresent()) {
            body.put("metadata", tree(metadata.get()));
        }
        if (displayName.isPresent()) {
            body.put("display_name", Value.of(displayName.get()));
        }
        if (realms.isPresent()) {
            body.put("realms", array(realms.get()));
        }
        return new Value.Tree(body);
    }

    private static Value array(List<String> names) {
        List<Value> items = new ArrayList<>();
        for (String name : names) {
            items.add(Value.of(name));
        }
        return new Value.Array(items);
    }

    private static Value tree(Map<String, Optional<String>> entries) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (Map.Entry<String, Optional<String>> entry : entries.entrySet()) {
            Optional<String> text = entry.getValue();
            members.put(entry.getKey(), text.isPresent() ? Value.of(text.get()) : Value.Null.NULL);
        }
        return new Value.Tree(members);
    }
}

package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
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
        metadata = metadata.map(entries -> Collections.unmodifiableMap(new LinkedHashMap<>(entries)));
        realms = realms.map(List::copyOf);
        if (options.isEmpty() && metadata.isEmpty() && displayName.isEmpty() && realms.isEmpty()) {
            throw new IllegalArgumentException("a patch that sends nothing");
        }
        if (options.filter(Options::isEmpty).isPresent()) {
            throw new IllegalArgumentException("a patch that would wipe the options");
        }
    }

    Value body() {
        Map<String, Value> body = new LinkedHashMap<>();
        options.ifPresent(tree -> body.put("options", tree.root()));
        metadata.ifPresent(entries -> body.put("metadata", tree(entries)));
        displayName.ifPresent(label -> body.put("display_name", Value.of(label)));
        realms.ifPresent(names -> body.put(
                "realms",
                new Value.Array(names.stream().<Value>map(Value.Text::new).toList())));
        return new Value.Tree(body);
    }

    private static Value tree(Map<String, Optional<String>> entries) {
        Map<String, Value> members = new LinkedHashMap<>();
        entries.forEach(
                (key, text) -> members.put(key, text.<Value>map(Value.Text::new).orElse(Value.Null.NULL)));
        return new Value.Tree(members);
    }
}

package com.messagemedia.auth0.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connection as Auth0's Management API returned it. Keys that the plugin never sends back are not kept.
 *
 * @param id Auth0's identifier, {@code con_...}
 * @param name the connection's own name, which cannot change
 * @param strategy Auth0's word for its kind; {@code sms} for all that the plugin handles
 * @param displayName the public label, where the reply had one
 * @param realms the realms, where the reply had any
 * @param options the options; empty where the reply had none, which means "not readable", never "no options"
 * @param metadata the metadata entries that have a value; a null entry counts as absent
 */
public record Connection(
        String id,
        String name,
        String strategy,
        Optional<String> displayName,
        List<String> realms,
        Optional<Options> options,
        Map<String, String> metadata) {

    public Connection {
        realms = List.copyOf(realms);
        metadata = Map.copyOf(metadata);
    }

    /** Whether the options could be read: present and not empty. */
    public boolean optionsReadable() {
        return options.filter(present -> !present.isEmpty()).isPresent();
    }

    @Override
    public String toString() {
        return "connection " + name + " (" + id + ")";
    }
}

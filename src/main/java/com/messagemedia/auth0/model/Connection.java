package com.messagemedia.auth0.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connection as Auth0's Management API returned it. Keys that the plugin never sends back are not kept.
 *
 * @param id Auth0's identifier, {@code con_...}
 * @param name the connection's own name, which cannot change
 * @param strategy Auth0's name for its kind; always {@code sms} in the plugin
 * @param displayName the public label; empty if the reply has none
 * @param realms the realms; empty if the reply has none
 * @param options the options; empty if the reply has none, which means "not readable", never "no options"
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

    /** Stands for no connection: a descriptor can be about the tenant's phone provider alone. */
    public static final Connection NONE =
            new Connection("", "none", "sms", Optional.empty(), List.of(), Optional.of(Options.EMPTY), Map.of());

    public Connection {
        realms = List.copyOf(realms);
        metadata = Map.copyOf(metadata);
    }

    /** Whether this stands for no connection. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** Whether the options are readable: present and not empty. */
    public boolean optionsReadable() {
        return options.isPresent() && !options.get().isEmpty();
    }

    @Override
    public String toString() {
        return "connection " + name + " (" + id + ")";
    }
}

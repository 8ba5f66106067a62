package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.List;
import java.util.Optional;

/** One list of things that a sandbox's tenant holds. */
public enum TenantPart {
    /** The connections, with their enabled clients under {@code enabled_clients}. */
    CONNECTIONS("connections", "id", "name"),
    /** The applications. */
    CLIENTS("clients", "client_id", "name"),
    /** The Actions, with their versions and the values of their secrets. */
    ACTIONS("actions", "id", "name"),
    /** The bindings of triggers to Actions. */
    BINDINGS("bindings", "id", "action_id"),
    /** The phone provider. */
    PHONE_PROVIDERS("phone_providers", "id", "name"),
    /** The phone templates that somebody made. */
    PHONE_TEMPLATES("phone_templates", "id", "type"),
    /** The log events, the oldest first. */
    LOGS("logs", "log_id", "type");

    private final String key;
    private final String id;
    private final String other;

    TenantPart(String key, String id, String other) {
        this.key = key;
        this.id = id;
        this.other = other;
    }

    /** The member of the state file that holds this part. */
    String key() {
        return key;
    }

    /** The id of an item. */
    String id(Tree item) {
        return Members.text(item, id);
    }

    /** The items of a stored state; empty if it has no such list. */
    Optional<Array> in(Tree state) {
        return state.members().get(key) instanceof Array items ? Optional.of(items) : Optional.empty();
    }

    /** Why a tenant cannot have these items together; empty if it can. */
    Optional<String> problem(List<? extends Value> items) {
        return this == CONNECTIONS
                ? ConnectionTree.problem(items)
                : items.stream()
                        .filter(item -> !isItem(item))
                        .findFirst()
                        .map(item -> "its list " + key + " has an item without " + id + " or " + other);
    }

    private boolean isItem(Value value) {
        return value instanceof Tree item
                && !Members.text(item, id).isEmpty()
                && !Members.text(item, other).isEmpty();
    }
}

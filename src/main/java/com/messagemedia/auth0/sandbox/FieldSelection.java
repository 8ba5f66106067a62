package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.connection.Value.Tree;
import java.util.List;
import java.util.Set;

/** The {@code fields} and {@code include_fields} of a query. {@code realms} cannot be selected, as at Auth0. */
record FieldSelection(Set<String> fields, boolean include) {

    static final Set<String> PARAMETERS = Set.of("fields", "include_fields");

    private static final Set<String> SELECTABLE = Set.of(
            "name",
            "display_name",
            "strategy",
            "options",
            "id",
            "provisioning_ticket_url",
            "metadata",
            "show_as_button",
            "clients",
            "authentication",
            "connected_accounts",
            "cross_app_access_requesting_app",
            "cross_app_access_resource_app",
            "enabled_clients");

    static FieldSelection of(Query query) {
        List<String> fields =
                query.single("fields").map(text -> List.of(text.split(",", -1))).orElse(List.of());
        if (!SELECTABLE.containsAll(fields)) {
            throw Refusal.invalidQuery("'String does not match pattern' on property fields");
        }
        return new FieldSelection(Set.copyOf(fields), query.flag("include_fields", true));
    }

    Tree of(Tree connection) {
        if (fields.isEmpty()) {
            return connection;
        }
        Draft draft = Draft.of(connection);
        connection.members().keySet().stream()
                .filter(key -> fields.contains(key) != include)
                .forEach(draft::remove);
        return draft.tree();
    }
}

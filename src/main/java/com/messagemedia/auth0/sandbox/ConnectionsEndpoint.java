package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.ConnectionBody.ConnectionChange;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.SandboxSettings.MetadataMode;
import com.messagemedia.auth0.sandbox.Tokens.Grant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lists, reads, creates and changes the tenant's connections. */
final class ConnectionsEndpoint {

    private final Tenant tenant;
    private final ConnectionChange change;

    ConnectionsEndpoint(Tenant tenant, MetadataMode metadataMode) {
        this.tenant = tenant;
        this.change = new ConnectionChange(metadataMode);
    }

    Reply list(ApiRequest request, Grant grant) {
        ConnectionQuery query = new ConnectionQuery(request.query());
        return Reply.json(
                200, query.answer(tenant.connections(), connection -> ConnectionView.read(connection, grant)));
    }

    Reply read(ApiRequest request, Grant grant) {
        request.query().allowOnly(FieldSelection.PARAMETERS);
        FieldSelection fields = FieldSelection.of(request.query());
        Tree connection = tenant.byId(request.id()).orElseThrow(ApiError::noSuchConnection);
        return Reply.json(200, fields.of(ConnectionView.read(connection, grant)));
    }

    Reply create(ApiRequest request, Grant grant) {
        Tree body = ConnectionBody.post(request.json());
        Tree created = tenant.create(ConnectionChange.created(body)).orElseThrow(ConnectionsEndpoint::taken);
        return Reply.json(201, ConnectionView.created(created, grant));
    }

    private static ApiError taken() {
        return ApiError.of(409, "A connection with the same name already exists", "connection_conflict");
    }

    /** Deletes a connection, and with it its users. */
    Reply delete(ApiRequest request, Grant grant) {
        return tenant.write(draft -> {
            draft.remove(TenantPart.CONNECTIONS, request.id(), ApiError::noSuchConnection);
            return Reply.json(
                    202, ObjectBuilder.empty().put("deleted_at", draft.millis()).tree());
        });
    }

    Reply update(ApiRequest request, Grant grant) {
        Tree body = ConnectionBody.patch(request.json());
        if (body.members().containsKey("options") && !grant.has("update:connections_options")) {
            // Auth0's documentation and forum show this text and no error code.
            throw ApiError.of(
                    403, "Updating the \"options\" property requires the \"update:connections_options\" scope.");
        }
        Tree updated = tenant.update(request.id(), connection -> change.patched(connection, body))
                .orElseThrow(ApiError::noSuchConnection);
        return Reply.json(200, ConnectionView.read(updated, grant));
    }

    /**
     * A stored connection in the form that a caller gets: without {@code options} if the token lacks {@code
     * read:connections_options} (Auth0's documentation, "Migrate to connection options scopes"), and without {@code
     * enabled_clients}, which tenants have not returned since 2026-07-13.
     */
    static final class ConnectionView {

        /** The order in which Auth0 returns options: by length of the key, then alphabetically. */
        private static final Comparator<String> AS_STORED =
                Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

        private ConnectionView() {}

        /** The order in which Auth0 returns a connection (seen in recorded replies); other members follow. */
        private static final List<String> FIRST = List.of(
                "id",
                "options",
                "strategy",
                "name",
                "is_domain_connection",
                "authentication",
                "connected_accounts",
                "enabled_clients",
                "realms");

        static Tree read(Tree connection, Grant grant) {
            ObjectBuilder draft = inOrder(connection).remove("enabled_clients");
            if (connection.members().get("options") instanceof Tree options) {
                draft.put("options", ordered(options));
            }
            return readable(draft, grant);
        }

        /** The reply to a POST keeps the options in the order of the request and contains the enabled clients. */
        static Tree created(Tree connection, Grant grant) {
            return readable(inOrder(connection), grant);
        }

        private static ObjectBuilder inOrder(Tree connection) {
            ObjectBuilder draft = ObjectBuilder.empty();
            FIRST.forEach(key -> {
                Value value = connection.members().get(key);
                if (value != null) {
                    draft.put(key, value);
                }
            });
            return draft.putAll(connection);
        }

        private static Tree readable(ObjectBuilder draft, Grant grant) {
            return grant.has("read:connections_options")
                    ? draft.tree()
                    : draft.remove("options").tree();
        }

        private static Value ordered(Value value) {
            if (value instanceof Tree tree) {
                Map<String, Value> members = new TreeMap<>(AS_STORED);
                tree.members().forEach((key, member) -> members.put(key, ordered(member)));
                return new Tree(members);
            }
            return value instanceof Array array
                    ? new Array(
                            array.items().stream().map(ConnectionView::ordered).toList())
                    : value;
        }
    }

    /**
     * The {@code fields} and {@code include_fields} of a query. As at Auth0, a query cannot select {@code realms}, and
     * some members are always there (seen in recorded replies).
     */
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

        private static final Set<String> ALWAYS =
                Set.of("id", "is_domain_connection", "authentication", "connected_accounts");

        static FieldSelection of(Query query) {
            List<String> fields = query.single("fields")
                    .map(text -> List.of(text.split(",", -1)))
                    .orElse(List.of());
            if (!SELECTABLE.containsAll(fields)) {
                throw ApiError.invalidQuery("'String does not match pattern' on property fields");
            }
            return new FieldSelection(Set.copyOf(fields), query.flag("include_fields", true));
        }

        Tree of(Tree connection) {
            if (fields.isEmpty()) {
                return connection;
            }
            ObjectBuilder draft = ObjectBuilder.of(connection);
            connection.members().keySet().stream()
                    .filter(key -> fields.contains(key) != include && !(include && ALWAYS.contains(key)))
                    .forEach(draft::remove);
            return draft.tree();
        }
    }
}

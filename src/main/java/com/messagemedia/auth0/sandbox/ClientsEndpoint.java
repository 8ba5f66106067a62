package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.PropertyValidators.Check;
import com.messagemedia.auth0.sandbox.Query.Checkpoint;
import com.messagemedia.auth0.sandbox.Tokens.Grant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The enabled applications of a connection. A PATCH names the applications to change; all others stay as they are. */
final class ClientsEndpoint {

    /**
     * Auth0 Management API, "Get enabled clients for a connection" ({@code take}) and "Update enabled clients for a
     * connection".
     */
    private static final int MOST_TAKEN = 1000;

    private static final int MOST_CHANGED = 50;
    private static final Check CHANGE = PropertyValidators.closed(
            Map.of("client_id", PropertyValidators::text, "status", PropertyValidators::bool),
            Set.of("client_id", "status"));
    private static final Check CHANGES = PropertyValidators.items(1, MOST_CHANGED, CHANGE);

    private final Tenant tenant;

    ClientsEndpoint(Tenant tenant) {
        this.tenant = tenant;
    }

    Reply list(ApiRequest request, Grant grant) {
        request.query().allowOnly(Set.of("take", "from"));
        Checkpoint checkpoint = Checkpoint.of(request.query(), MOST_TAKEN);
        Tree connection = tenant.byId(request.id()).orElseThrow(ApiError::noSuchConnection);
        return Reply.json(
                200,
                checkpoint.page(
                        "clients",
                        ConnectionTree.enabledClients(connection),
                        client -> client,
                        client -> ObjectBuilder.empty().put("client_id", client).tree()));
    }

    Reply update(ApiRequest request, Grant grant) {
        List<Value> changes = changes(request.json());
        if (tenant.update(request.id(), connection -> changed(connection, changes))
                .isEmpty()) {
            throw ApiError.noSuchConnection();
        }
        // The answer has no content and still names its type (seen in recorded replies).
        return Reply.noContent().with(Map.of("Content-Type", "application/json"));
    }

    private static List<Value> changes(Value body) {
        CHANGES.check("", body);
        return body instanceof Array array ? array.items() : List.of();
    }

    private static Tree changed(Tree connection, List<Value> changes) {
        Set<String> clients = new LinkedHashSet<>(ConnectionTree.enabledClients(connection));
        for (Value value : changes) {
            if (value instanceof Tree change && change.members().get("client_id") instanceof Text client) {
                if (!Value.of(true).equals(change.members().get("status"))) {
                    clients.remove(client.text());
                } else {
                    clients.add(client.text());
                }
            }
        }
        return ConnectionTree.withEnabledClients(connection, List.copyOf(clients));
    }
}

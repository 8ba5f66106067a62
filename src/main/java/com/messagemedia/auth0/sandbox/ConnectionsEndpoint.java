package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.connection.Value.Tree;

/** The connections of the tenant: listed, read, made and changed. */
final class ConnectionsEndpoint {

    private final Tenant tenant;
    private final ConnectionChange change;

    ConnectionsEndpoint(Tenant tenant, MetadataMode metadataMode) {
        this.tenant = tenant;
        this.change = new ConnectionChange(metadataMode);
    }

    Reply list(Call call, Grant grant) {
        ConnectionQuery query = new ConnectionQuery(call.query());
        return Reply.json(
                200, query.answer(tenant.connections(), connection -> ConnectionView.read(connection, grant)));
    }

    Reply read(Call call, Grant grant) {
        call.query().allowOnly(FieldSelection.PARAMETERS);
        FieldSelection fields = FieldSelection.of(call.query());
        Tree connection = tenant.byId(call.id()).orElseThrow(Refusal::noSuchConnection);
        return Reply.json(200, fields.of(ConnectionView.read(connection, grant)));
    }

    Reply create(Call call, Grant grant) {
        Tree body = ConnectionBody.post(call.json());
        Tree created = tenant.create(ConnectionChange.created(body)).orElseThrow(ConnectionsEndpoint::taken);
        return Reply.json(201, ConnectionView.created(created, grant));
    }

    private static Refusal taken() {
        return Refusal.of(409, "A connection with the same name already exists", "connection_conflict");
    }

    Reply update(Call call, Grant grant) {
        Tree body = ConnectionBody.patch(call.json());
        if (body.members().containsKey("options") && !grant.has("update:connections_options")) {
            // Auth0's documentation and forum show this text and no error code.
            throw Refusal.of(
                    403, "Updating the \"options\" property requires the \"update:connections_options\" scope.");
        }
        Tree updated = tenant.update(call.id(), connection -> change.patched(connection, body))
                .orElseThrow(Refusal::noSuchConnection);
        return Reply.json(200, ConnectionView.read(updated, grant));
    }
}

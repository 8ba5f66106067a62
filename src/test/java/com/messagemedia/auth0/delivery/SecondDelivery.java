package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ConnectionPatch;
import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.descriptor.DeliveryRules;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.PathCodes;
import com.messagemedia.auth0.plan.SendingCheck;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A delivery of two resources: the connection, and a note that Auth0 keeps in another connection. */
final class SecondDelivery implements Delivery {

    static final String NOTE = "con_SandboxNote00000";
    static final String SIGN = "con_SandboxSign00000";

    private final GatewayDelivery gateway = new GatewayDelivery();
    private final List<Resource> resources;

    SecondDelivery() {
        this(List.of(new Note("note", NOTE, List.of())));
    }

    private SecondDelivery(List<Resource> resources) {
        this.resources = resources;
    }

    /** One whose note needs a scope to be written, besides those that a connection needs. */
    static SecondDelivery needing(String scope) {
        return new SecondDelivery(List.of(new Note("note", NOTE, List.of(scope))));
    }

    /** One that has a sign as well, which is written after the note. */
    static SecondDelivery withSign() {
        return new SecondDelivery(List.of(new Note("note", NOTE, List.of()), new Note("sign", SIGN, List.of())));
    }

    @Override
    public MergeRules mergeRules() {
        return gateway.mergeRules();
    }

    @Override
    public PathCodes codes() {
        return gateway.codes();
    }

    @Override
    public SendingCheck sending(Descriptor descriptor) {
        return gateway.sending(descriptor);
    }

    @Override
    public Set<FieldPath> credentials() {
        return gateway.credentials();
    }

    @Override
    public Value standIn(FieldPath path) {
        return gateway.standIn(path);
    }

    @Override
    public ExportRules export() {
        return gateway.export();
    }

    @Override
    public List<Resource> resources(Descriptor descriptor) {
        return resources;
    }

    @Override
    public DeliveryRules rules() {
        return gateway.rules();
    }

    /** The options of a connection of its own. */
    private record Note(String name, String id, List<String> scope) implements Resource {

        @Override
        public List<String> scopesToWrite(Options before, Options after) {
            return scope;
        }

        @Override
        public List<String> scopesToRead() {
            return Scopes.READ.names();
        }

        @Override
        public Options read(ManagementClient client) {
            return client.connection(id).options().orElse(Options.EMPTY);
        }

        @Override
        public void check(Options before, Options after) {
            if (after.isEmpty()) {
                throw new ResourceRefusal("The " + name + " cannot be removed.", "Leave a member in it.");
            }
        }

        @Override
        public Options write(ManagementClient client, Options before, Options after) {
            ConnectionPatch patch =
                    new ConnectionPatch(Optional.of(after), Optional.empty(), Optional.empty(), Optional.empty());
            return client.update(id, patch).options().orElse(Options.EMPTY);
        }
    }
}

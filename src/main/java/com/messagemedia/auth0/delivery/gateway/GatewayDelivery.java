package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.delivery.ExportRules;
import com.messagemedia.auth0.delivery.Resource;
import com.messagemedia.auth0.delivery.ResourceNames;
import com.messagemedia.auth0.descriptor.DeliveryRules;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.PathCodes;
import com.messagemedia.auth0.plan.SendingCheck;
import java.util.List;
import java.util.Set;

/**
 * Delivery through MessageMedia's SMS gateway, for tenants created before March 2025. Auth0 posts each message to the
 * gateway, according to the options of the connection.
 */
public final class GatewayDelivery implements Delivery {

    private static final Value NOT_KNOWN = Value.of("(not known)");
    private static final Value ANY_GATEWAY = Value.of("https://auth0-api.messagemedia.com/messages");
    private static final DeliveryRules RULES = new GatewayRules();

    @Override
    public MergeRules mergeRules() {
        return GatewayOptions.MERGE_RULES;
    }

    @Override
    public PathCodes codes() {
        return GatewayOptions.CODES;
    }

    @Override
    public SendingCheck sending(Descriptor descriptor) {
        return new GatewaySending(descriptor.allowGateway());
    }

    @Override
    public Set<FieldPath> credentials() {
        return Set.of(OptionPaths.SUBJECT, OptionPaths.AUDIENCE);
    }

    @Override
    public Value standIn(FieldPath path) {
        return path.equals(OptionPaths.GATEWAY_URL) ? ANY_GATEWAY : NOT_KNOWN;
    }

    @Override
    public List<Resource> resources(Descriptor descriptor) {
        return List.of();
    }

    /** What a descriptor of the phone provider managed stays; an option of the connection with such a name is no part of it. */
    @Override
    public boolean releases(FieldPath path, Options live) {
        return ResourceNames.hold(path) && live.get(FieldPath.of(path.head())).isEmpty();
    }

    @Override
    public DeliveryRules rules() {
        return RULES;
    }

    @Override
    public ExportRules export() {
        return new GatewayExport();
    }
}

package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.delivery.ExportRules;
import com.messagemedia.auth0.delivery.Resource;
import com.messagemedia.auth0.descriptor.DeliveryRules;
import com.messagemedia.auth0.merge.PathRules;
import com.messagemedia.auth0.redaction.SecretPaths;
import java.util.List;

/**
 * Delivery through MessageMedia's SMS gateway, for tenants created before March 2025: Auth0 posts each message to it, as the options of
 * the connection say.
 */
public final class GatewayDelivery implements Delivery {

    private static final DeliveryRules RULES = new GatewayRules();
    private static final ExportRules EXPORT = new GatewayExport();

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public PathRules paths() {
        return GatewayOptions.PATHS;
    }

    @Override
    public SecretPaths secrets() {
        return GatewayOptions.SECRETS;
    }

    @Override
    public List<Resource> resources() {
        return List.of();
    }

    @Override
    public DeliveryRules rules() {
        return RULES;
    }

    @Override
    public ExportRules export() {
        return EXPORT;
    }
}

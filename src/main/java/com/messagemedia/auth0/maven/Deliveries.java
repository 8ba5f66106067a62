package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;

/** The ways of delivery that the goals know. A new way is added here. */
final class Deliveries {

    /** Through MessageMedia's SMS gateway; the only way so far, so no descriptor names it. */
    static final Delivery GATEWAY = new GatewayDelivery();

    private Deliveries() {}
}

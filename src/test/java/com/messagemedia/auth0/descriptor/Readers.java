package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;

/** Readers of descriptors that send through the SMS gateway. */
final class Readers {

    private Readers() {}

    /** A reader with these things to refer to. */
    static DescriptorReader of(ReferenceLookup lookup) {
        return new DescriptorReader(lookup, DeliveryChoices.of(new GatewayDelivery().rules()));
    }
}

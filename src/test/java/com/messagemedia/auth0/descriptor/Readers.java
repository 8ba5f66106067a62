package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.delivery.phone.PhoneRules;

/** Readers of descriptors, which may choose any delivery. */
final class Readers {

    /** All deliveries. */
    static final DeliveryChoices CHOICES = DeliveryChoices.of(new GatewayDelivery().rules(), new PhoneRules());

    private Readers() {}

    /** A reader with these things to refer to. */
    static DescriptorReader of(ReferenceLookup lookup) {
        return new DescriptorReader(lookup, CHOICES);
    }
}

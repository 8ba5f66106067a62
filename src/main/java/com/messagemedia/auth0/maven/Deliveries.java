package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.delivery.phone.PhoneDelivery;
import com.messagemedia.auth0.descriptor.DeliveryChoices;
import com.messagemedia.auth0.descriptor.DeliveryRules;
import com.messagemedia.auth0.descriptor.Descriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** The ways of delivery that the goals know. A new way is added here. */
final class Deliveries {

    /** Through MessageMedia's SMS gateway. It holds where a descriptor names no delivery. */
    static final Delivery GATEWAY = new GatewayDelivery();

    /** Through the tenant's phone provider. */
    static final Delivery PHONE = new PhoneDelivery();

    private static final List<Delivery> ALL = List.of(GATEWAY, PHONE);

    /** What a descriptor can choose. */
    static final DeliveryChoices CHOICES = new DeliveryChoices(rules());

    private Deliveries() {}

    private static List<DeliveryRules> rules() {
        List<DeliveryRules> rules = new ArrayList<>();
        for (Delivery delivery : ALL) {
            rules.add(delivery.rules());
        }
        return rules;
    }

    /** Returns the delivery that a descriptor chooses. The descriptor was read with {@link #CHOICES}. */
    static Delivery of(Descriptor descriptor) {
        for (Delivery delivery : ALL) {
            if (delivery.rules().name().equals(descriptor.delivery())) {
                return delivery;
            }
        }
        throw new NoSuchElementException(descriptor.delivery());
    }
}

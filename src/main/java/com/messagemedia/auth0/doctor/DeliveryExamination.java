package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.model.CheckResult;
import java.util.List;
import java.util.Optional;

/** The links that belong to one way of delivery, from the plan to the phone. */
interface DeliveryExamination {

    /** Chooses the examination for the descriptor's delivery. */
    static DeliveryExamination of(Examined examined) {
        String delivery = examined.descriptor().delivery();
        return switch (delivery) {
            case "gateway" -> new GatewayLinks(examined);
            case "phoneProvider" -> new PhoneLinks(examined);
            default -> throw new IllegalStateException("no examination of delivery " + delivery);
        };
    }

    /** Examines the links, in the order of the chain. */
    List<CheckResult> links();

    /**
     * What is examined.
     *
     * @param descriptor the descriptor
     * @param planner asks the tenant
     * @param planned the plan; empty if none could be made
     * @param readable whether the tenant answers and takes the token
     * @param sending how MessageMedia is asked
     */
    record Examined(
            Descriptor descriptor,
            TenantPlanner planner,
            Optional<PreparedChange> planned,
            boolean readable,
            SendingExamination sending) {}
}

package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.TenantClient;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.doctor.DeliveryExamination.Examined;
import com.messagemedia.auth0.model.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The use case: examines every link from the descriptor to the phone, even after a broken one. It sends no message and changes
 * nothing.
 */
public final class Doctor {

    private final Descriptor descriptor;
    private final SendingExamination sending;

    /** An examination of this descriptor's chain. */
    public Doctor(Descriptor descriptor, SendingExamination sending) {
        this.descriptor = descriptor;
        // A company's proxy that decrypts TLS does so for the gateway and MessageMedia too.
        this.sending = new SendingExamination(
                sending.tenant(),
                sending.region(),
                TenantClient.http(descriptor.tenant(), sending.http()),
                sending.asked());
    }

    /**
     * Examines the chain, beginning with the descriptor.
     *
     * @param found receives the plan before any text about it is made, so that its secrets can be kept out
     */
    public List<CheckResult> examine(TenantPlanner planner, Consumer<PreparedChange> found) {
        List<CheckResult> links = new ArrayList<>(List.of(description(), references()));
        TenantExamination tenant = new TenantExamination(descriptor, planner);
        Optional<PreparedChange> planned = tenant.examine(sending.tenant(), sending.http(), links);
        planned.ifPresent(change -> {
            found.accept(change);
            links.add(tenant.applications(change));
        });
        links.addAll(DeliveryExamination.of(new Examined(descriptor, planner, planned, tenant.isReadable(), sending))
                .links());
        return List.copyOf(links);
    }

    private CheckResult description() {
        int warnings = descriptor.warnings().size();
        return warnings == 0
                ? CheckResult.ok("descriptor", descriptor + " is valid")
                : CheckResult.warning(
                        "descriptor",
                        descriptor + " is valid, with " + warnings + (warnings == 1 ? " warning" : " warnings"),
                        "The messages above name the lines.");
    }

    private CheckResult references() {
        int count = descriptor.confidential().size();
        return CheckResult.ok(
                "references",
                count + (count == 1 ? " confidential value is" : " confidential values are") + " resolved");
    }
}

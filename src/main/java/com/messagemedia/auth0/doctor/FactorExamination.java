package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.auth0.ManagementException;
import com.messagemedia.auth0.auth0.PhoneProvider;
import com.messagemedia.auth0.delivery.Scopes;
import com.messagemedia.auth0.delivery.phone.ProviderState;
import com.messagemedia.auth0.doctor.DeliveryExamination.Examined;
import com.messagemedia.auth0.model.CheckResult;
import java.util.List;
import java.util.Optional;

/**
 * Whether the phone provider can send what multi-factor authentication asks of it: the tenant has one provider for both.
 *
 * @param examined what is examined
 * @param provider the tenant's phone provider; empty if there is none, or several
 */
record FactorExamination(Examined examined, Optional<PhoneProvider> provider) {

    private static final String MFA = "MFA";
    private static final String FACTORS = "read:guardian_factors";

    CheckResult link() {
        boolean lacking = examined.planner()
                .scopes()
                .filter(granted -> !granted.contains(FACTORS))
                .isPresent();
        if (lacking) {
            return CheckResult.unknown(
                    MFA,
                    "the token cannot read how codes of multi-factor authentication are sent",
                    Scopes.grant(List.of(FACTORS)));
        }
        try {
            return link(examined.planner().ask(client -> client.phone().messageTypes()));
        } catch (ManagementException unread) {
            return CheckResult.unknown(MFA, unread.problem(), unread.remedy());
        }
    }

    private CheckResult link(List<String> types) {
        if (types.contains("voice")
                && provider.filter(ProviderState::sendsVoice).isEmpty()) {
            return CheckResult.warning(
                    MFA,
                    "multi-factor authentication may call users, and the phone provider makes no calls",
                    "Take voice out of the phone factor's delivery methods in the Auth0 dashboard under Security >"
                            + " Multi-factor Auth.");
        }
        return types.isEmpty()
                ? CheckResult.ok(MFA, "multi-factor authentication sends no code by phone")
                : CheckResult.ok(MFA, "multi-factor authentication sends its codes through the phone provider, too");
    }
}

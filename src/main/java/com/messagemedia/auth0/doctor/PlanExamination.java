package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Scopes;
import com.messagemedia.auth0.delivery.gateway.GatewayNotice;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.model.CheckResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The links that follow from a plan: whether it is applied, and whether Auth0 will call the gateway. */
final class PlanExamination {

    private static final String PHONE_PROVIDER = "phone provider";

    private final Plan plan;
    private final Options live;

    private PlanExamination(PreparedChange planned) {
        this.plan = planned.plan();
        this.live = planned.live().options().orElse(Options.EMPTY);
    }

    /**
     * The links of a plan.
     *
     * @param unifiedPhone whether the tenant is on the Unified Phone Experience; empty if that cannot be read
     */
    static List<CheckResult> of(PreparedChange planned, Optional<Boolean> unifiedPhone) {
        PlanExamination examination = new PlanExamination(planned);
        PlanLink plan = examination.planLink();
        List<CheckResult> links = new ArrayList<>(List.of(plan.link(), examination.provider()));
        if (OptionPaths.usesGateway(examination.plan.body())) {
            links.add(examination.phoneProvider(unifiedPhone));
        }
        links.addAll(plan.unreadableRecords());
        return links;
    }

    private PlanLink planLink() {
        return new PlanLink(
                plan,
                " The checks below use the options after that.",
                " The checks below use "
                        + (OptionPaths.usesGateway(live)
                                ? "the options that Auth0 holds now."
                                : "only the descriptor."));
    }

    private CheckResult provider() {
        Optional<GatewayNotice.CannotSendAlready> lacking = plan.notices().stream()
                .filter(GatewayNotice.CannotSendAlready.class::isInstance)
                .map(GatewayNotice.CannotSendAlready.class::cast)
                .findFirst();
        if (lacking.isPresent()) {
            String missing =
                    lacking.get().missing().stream().map(FieldPath::toString).collect(Collectors.joining(", "));
            return CheckResult.broken(
                    "provider", "the connection cannot send: it lacks " + missing, "Add a messageMedia section.");
        }
        if (OptionPaths.usesGateway(live)) {
            return CheckResult.ok("provider", "Auth0 sends through the SMS gateway");
        }
        String provider = OptionPaths.text(live, OptionPaths.PROVIDER).orElse("twilio");
        return CheckResult.warning(
                "provider",
                "Auth0 sends through " + provider + " now",
                OptionPaths.usesGateway(plan.body())
                        ? "messagemedia:apply switches it to the SMS gateway."
                        : "To change that, add a messageMedia section to the descriptor.");
    }

    private CheckResult phoneProvider(Optional<Boolean> unifiedPhone) {
        if (plan.notices().stream().anyMatch(GatewayNotice.PhoneProviderInUse.class::isInstance)) {
            return CheckResult.broken(
                    PHONE_PROVIDER,
                    "options.use_phone_provider is set, so Auth0 will not call the gateway",
                    GatewayNotice.PhoneProviderInUse.REMEDY);
        }
        if (plan.notices().contains(new GatewayNotice.UnknownSwitch())) {
            return CheckResult.warning(
                    PHONE_PROVIDER,
                    "options.use_phone_provider has a value that this plugin does not know, and Auth0 may not call the"
                            + " gateway",
                    "Send a code with messagemedia:try, and see who delivers it.");
        }
        if (unifiedPhone.isEmpty()) {
            return CheckResult.unknown(
                    PHONE_PROVIDER,
                    "the token cannot read whether the tenant is on the Unified Phone Experience, which calls no"
                            + " gateway",
                    Scopes.grant(List.of(Scopes.TENANT_SETTINGS)));
        }
        return unifiedPhone.get()
                ? CheckResult.warning(
                        PHONE_PROVIDER,
                        "the tenant is on the Unified Phone Experience, and Auth0 may not call the gateway",
                        "Send a code with messagemedia:try, and see who delivers it. If it is the phone provider, write"
                                + " \"delivery: phoneProvider\".")
                : CheckResult.ok(
                        PHONE_PROVIDER, "neither the connection nor the tenant uses one in place of the gateway");
    }
}

package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.auth0.ManagementException;
import com.messagemedia.auth0.delivery.ConnectionSwitch;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Scopes;
import com.messagemedia.auth0.delivery.phone.PhonePaths;
import com.messagemedia.auth0.delivery.phone.ProviderState;
import com.messagemedia.auth0.model.CheckResult;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The links of delivery through the tenant's phone provider. */
record PhoneLinks(Examined examined) implements DeliveryExamination {

    private static final String ACTION = "Action";
    private static final String DELIVERY = "delivery";
    private static final String SWITCH = "\"Use Tenant-Level Messaging Provider\"";

    @Override
    public List<CheckResult> links() {
        List<CheckResult> links = new ArrayList<>();
        Optional<PlanLink> plan = examined.planned().map(change -> new PlanLink(change.plan(), "", ""));
        plan.map(PlanLink::link).ifPresent(links::add);
        if (examined.readable()) {
            links.addAll(provider());
            examined.planned().map(this::delivery).ifPresent(links::add);
            examined.planned()
                    .map(planned -> new FailureExamination(examined, planned).link())
                    .ifPresent(links::add);
        }
        links.addAll(new PhoneAccountExamination(examined).links());
        plan.map(PlanLink::unreadableRecords).ifPresent(links::addAll);
        return links;
    }

    private List<CheckResult> provider() {
        if (examined.descriptor().desired().get(PhonePaths.CODE).isEmpty()) {
            return List.of(CheckResult.unknown(
                    ACTION, "another descriptor manages it, as phoneProvider.manage is false here", ""));
        }
        try {
            ProviderState state = examined.planner().ask(ProviderState::read);
            boolean mended = examined.planned()
                    .map(PreparedChange::plan)
                    .filter(Plan::mayBeApplied)
                    .isPresent();
            List<CheckResult> links = new ArrayList<>(new ProviderExamination(state, mended).links());
            links.add(new FactorExamination(examined, state.provider()).link());
            return links;
        } catch (ManagementException unread) {
            return List.of(CheckResult.unknown(ACTION, unread.problem(), unread.remedy()));
        }
    }

    /** Whether Auth0 sends this connection's codes through the phone provider. */
    private CheckResult delivery(PreparedChange planned) {
        Options live = planned.live().options().orElse(Options.EMPTY);
        return switch (ConnectionSwitch.of(live)) {
            case ON -> CheckResult.ok(DELIVERY, "the connection says that it uses the phone provider");
            case OFF ->
                CheckResult.warning(
                        DELIVERY,
                        "the connection says that it does not use the phone provider, so its codes go through its own"
                                + " gateway or Twilio",
                        "Switch " + SWITCH + " on for the connection, or write \"delivery: gateway\".");
            case UNKNOWN ->
                CheckResult.unknown(
                        DELIVERY,
                        "the connection's switch " + SWITCH + " has a value that this plugin does not know",
                        "Send a code with messagemedia:try, and see who delivers it.");
            case ABSENT -> tenantSetting();
        };
    }

    private CheckResult tenantSetting() {
        Optional<Boolean> unified = examined.planner().unifiedPhoneExperience();
        if (unified.isEmpty()) {
            return CheckResult.unknown(
                    DELIVERY,
                    "the token cannot read whether the tenant is on the Unified Phone Experience, which uses the phone"
                            + " provider",
                    Scopes.grant(List.of(Scopes.TENANT_SETTINGS)));
        }
        return unified.get()
                ? CheckResult.ok(
                        DELIVERY, "the tenant is on the Unified Phone Experience, which uses the phone provider")
                : CheckResult.warning(
                        DELIVERY,
                        "the tenant is not on the Unified Phone Experience, so Auth0 may not use the phone provider",
                        "Switch " + SWITCH + " on for the connection, or write \"delivery: gateway\".");
    }
}

package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.model.CheckResult;
import com.messagemedia.auth0.model.Options;
import java.util.ArrayList;
import java.util.List;

/** The links of delivery through the SMS gateway. */
record GatewayLinks(Examined examined) implements DeliveryExamination {

    @Override
    public List<CheckResult> links() {
        List<CheckResult> links = new ArrayList<>();
        examined.planned()
                .ifPresent(change -> links.addAll(
                        PlanExamination.of(change, examined.planner().unifiedPhoneExperience())));
        Options options = examined.planned()
                .map(this::options)
                .orElse(examined.descriptor().desired());
        links.addAll(examined.sending().of(options));
        return links;
    }

    /** The options after an apply; if it would be refused, the options that Auth0 uses now. */
    private Options options(PreparedChange planned) {
        if (planned.plan().mayBeApplied()) {
            return planned.plan().body();
        }
        Options live = planned.live().options().orElse(Options.EMPTY);
        return OptionPaths.usesGateway(live) ? live : examined.descriptor().desired();
    }
}

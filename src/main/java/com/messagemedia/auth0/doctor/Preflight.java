package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.messagemedia.AskedAccounts;
import com.messagemedia.auth0.messagemedia.Region;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.plan.Plan;
import java.util.Optional;

/** Asks MessageMedia, before an apply or a rollback, whether key and secret are valid: Auth0 does not report it. */
public interface Preflight {

    /** Chooses the check for the planner's delivery. */
    static Preflight of(Plan plan, TenantPlanner planner, TenantAddress tenant, Region region) {
        Descriptor descriptor = planner.descriptor();
        return switch (descriptor.delivery()) {
            case "gateway" -> new GatewayPreflight(new MessageMediaAccount(plan, tenant, region), descriptor);
            case "phoneProvider" -> new PhonePreflight(plan, descriptor, tenant, region);
            default -> throw new IllegalStateException("no check for delivery " + descriptor.delivery());
        };
    }

    /** Whether the plan changes where or with which credentials messages are sent. */
    boolean isNeeded();

    /**
     * Asks, if nobody has asked about this account yet. A warning if MessageMedia gives no clear answer; empty if it accepts the credentials, or if there are none.
     *
     * @param asked what MessageMedia has said in this run
     * @throws Fault when MessageMedia refuses them, or gives no clear answer before a first set-up
     */
    Optional<String> warning(HttpSettings http, AskedAccounts asked);
}

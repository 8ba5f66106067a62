package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.auth0.ManagementException.Kind;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.Reachability;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.TenantAddress;
import java.util.Optional;

/** Whether a tenant can be reached at all, before anybody signs in to it. */
public final class TenantReach {

    private TenantReach() {}

    /** Why nothing answers at the tenant's address, with what to do; empty where something does. No credentials are sent. */
    public static Optional<Fault> fault(TenantAddress tenant, HttpSettings settings) {
        return Reachability.failure(tenant.url(), settings)
                .map(failure -> new Fault(failure.sentence(), ManagementRemedies.ofTransport(Kind.of(failure))));
    }
}

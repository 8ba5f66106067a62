package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.auth0.ManagementException.Kind;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.Reachability;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.TenantAddress;
import java.util.Optional;

/** Checks whether a tenant is reachable, before any sign-in. */
public final class TenantReach {

    private TenantReach() {}

    /** Why the tenant's address does not answer, and what to do; empty if it answers. It sends no credentials. */
    public static Optional<Fault> fault(TenantAddress tenant, HttpSettings settings) {
        return Reachability.failure(tenant.url(), settings)
                .map(failure -> new Fault(failure.sentence(), ManagementRemedies.ofTransport(Kind.of(failure))));
    }
}

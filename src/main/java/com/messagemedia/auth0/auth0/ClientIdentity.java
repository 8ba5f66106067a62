package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.TenantAddress;
import java.util.Optional;

/**
 * The client and the tenant of a request, for remedies.
 *
 * @param tenant the tenant
 * @param audience the API that tokens are for
 * @param credentials the credentials of the plugin
 */
public record ClientIdentity(TenantAddress tenant, String audience, Credentials credentials) {

    /**
     * Who asks a tenant.
     *
     * @param audience the API that tokens are asked for; where empty, {@code https://{domain}/api/v2/}
     */
    public static ClientIdentity of(TenantAddress tenant, Optional<String> audience, Credentials credentials) {
        return new ClientIdentity(tenant, audience.orElse(tenant.managementApi()), credentials);
    }

    /** Whether the user supplied the token. */
    boolean hasGivenToken() {
        return credentials instanceof Credentials.Token;
    }

    /** The application's name in Auth0's dashboard. */
    String application() {
        if (credentials instanceof Credentials.ClientSecret application) {
            return "the application " + application.clientId();
        }
        return credentials instanceof Credentials.PrivateKey application
                ? "the application " + application.clientId()
                : "the token's application";
    }
}

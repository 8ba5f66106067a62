package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.TenantAddress;
import java.util.Optional;

/**
 * Who asks whom, for remedies.
 *
 * @param tenant the tenant
 * @param audience the API that tokens are asked for
 * @param credentials how the plugin proves who it is
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

    /** Whether somebody else obtained the token. */
    boolean hasGivenToken() {
        return credentials instanceof Credentials.Token;
    }

    /** The application as a user finds it in Auth0. */
    String application() {
        if (credentials instanceof Credentials.ClientSecret application) {
            return "the application " + application.clientId();
        }
        return credentials instanceof Credentials.PrivateKey application
                ? "the application " + application.clientId()
                : "the token's application";
    }
}

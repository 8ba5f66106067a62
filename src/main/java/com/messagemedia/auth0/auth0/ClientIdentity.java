package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.http.HeaderText;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Secret;
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

    /** Refuses, with a {@link Fault}, credentials that cannot be sent. */
    public ClientIdentity {
        if (credentials instanceof Credentials.Token given) {
            refuseUnsendableToken(given.token());
        } else if (credentials instanceof Credentials.ClientSecret application) {
            refuseUnsendableClientId(application.clientId());
        } else if (credentials instanceof Credentials.PrivateKey application) {
            refuseUnsendableClientId(application.clientId());
        }
    }

    private static void refuseUnsendableToken(Secret token) {
        if (!HeaderText.isSafe(token.reveal()) || token.reveal().contains(" ")) {
            throw new Fault(
                    "The Management API token contains a space, a line break or another character that no token has.",
                    "Set tenant.token to only the token, without \"Bearer\" and without a line break.");
        }
    }

    private static void refuseUnsendableClientId(String clientId) {
        if (!HeaderText.isSafe(clientId)) {
            throw new Fault(
                    "The client id is empty, or contains a line break or another character that no client id has.",
                    "Set tenant.clientId to the Client ID that Auth0 shows under Applications > Applications.");
        }
    }

    /**
     * Who asks a tenant.
     *
     * @param audience the API that tokens are asked for; where empty, {@code https://{domain}/api/v2/}
     */
    public static ClientIdentity of(TenantAddress tenant, Optional<String> audience, Credentials credentials) {
        return new ClientIdentity(tenant, audience.orElse(tenant.managementApi()), credentials);
    }

    /** Without the credentials, which two clients of one tenant seldom differ in. */
    @Override
    public int hashCode() {
        return 31 * tenant.url().hashCode() + audience.hashCode();
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

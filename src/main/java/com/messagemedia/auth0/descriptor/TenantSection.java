package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.Origin;
import com.messagemedia.auth0.connection.TenantAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The tenant and how to sign in to it.
 *
 * @param domain a host name, an address on loopback, or the word sandbox
 * @param address where the tenant is; empty for the sandbox, which has no address before it runs
 * @param audience the Management API's audience, where the descriptor says one
 * @param authentication how to get a token
 * @param caCertificates certificates to trust besides Java's own, where the descriptor names a file of them
 * @param domainOrigin where the descriptor names the domain
 */
public record TenantSection(
        String domain,
        Optional<TenantAddress> address,
        Optional<String> audience,
        Authentication authentication,
        Optional<Path> caCertificates,
        Origin domainOrigin) {

    /** Whether the embedded sandbox stands for the tenant. */
    public boolean isSandbox() {
        return address.isEmpty();
    }
}

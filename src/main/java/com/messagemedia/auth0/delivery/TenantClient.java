package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ClientIdentity;
import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.descriptor.Descriptor.TenantSection;
import com.messagemedia.auth0.http.CaCertificates;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.redaction.SecretPaths;
import com.messagemedia.auth0.store.InputFile;
import com.messagemedia.auth0.store.InputFile.SizeLimit;
import com.messagemedia.auth0.store.Unreadable;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Opens a client for a tenant, but only for a host that may receive credentials. */
public final class TenantClient {

    private TenantClient() {}

    /** Opens the client; {@code secrets} gives the secret paths of the tenant's options. */
    public static ManagementClient open(
            TenantSection tenant, SecretPaths secrets, TenantAddress address, SyncSettings settings) {
        if (!address.isTrusted(settings.allowedHosts())) {
            throw refusal(tenant.domainOrigin() + ": tenant.domain " + address.domain(), address);
        }
        ClientIdentity identity = ClientIdentity.of(address, tenant.audience(), tenant.credentials());
        return ManagementClient.open(identity, secrets, http(tenant, settings.http()), settings.tokens())
                .retrying(settings.retryBudget());
    }

    private static Fault refusal(String place, TenantAddress address) {
        String pinned =
                " is not among the hosts that messagemedia.allowedHosts lists, so no credentials are" + " sent there.";
        String foreign = " is not an Auth0 host, so no credentials are sent there.";
        return address.isAuth0s()
                ? new Fault(
                        place + pinned,
                        "If it is your tenant, add it to messagemedia.allowedHosts, in the POM, in settings.xml or on the"
                                + " command line.",
                        Outcome.REFUSED)
                : new Fault(
                        place + foreign,
                        "If it is your tenant's custom domain, allow it outside the descriptor: set"
                                + " messagemedia.allowedHosts=" + address.domain()
                                + " in the POM, in settings.xml or on the command line.",
                        Outcome.REFUSED);
    }

    /** Returns the settings for requests to the tenant, with the certificate authorities from the descriptor. */
    public static HttpSettings http(TenantSection tenant, HttpSettings settings) {
        Optional<Path> pem = tenant.caCertificates();
        return pem.isPresent() ? settings.trusting(certificates(pem.get())) : settings;
    }

    private static List<X509Certificate> certificates(Path pem) {
        String name = String.valueOf(pem.getFileName());
        try {
            return CaCertificates.of(new InputFile(pem, SizeLimit.SOURCE).bytes(), name);
        } catch (Unreadable refusal) {
            throw CaCertificates.unreadable(name, refusal.problem());
        }
    }
}

package com.messagemedia.auth0.model;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a tenant: a host name for https, or on loopback an {@code http://} address with a port, and
 * with a tenant's name if one sandbox has several.
 *
 * @param domain the name that users know the tenant by, such as {@code acme.eu.auth0.com}, {@code sandbox} or {@code
 *     sandbox/prod-eu}
 * @param url the address of the tenant's root, with a trailing slash
 */
public record TenantAddress(String domain, URI url) {

    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern LOOPBACK =
            Pattern.compile("(http://(?:127\\.0\\.0\\.1|localhost):([1-9][0-9]{0,4})(?:/([^/]+))?)/?");

    /** The word that stands for the embedded sandbox tenant; {@link SandboxDomain} has one of many. */
    public static final String SANDBOX = "sandbox";

    /**
     * The address that {@code tenant.domain} names; empty if the text is neither a host name nor an address on
     * loopback.
     */
    public static Optional<TenantAddress> parse(String domain) {
        String text = domain.toLowerCase(Locale.ROOT);
        var loopback = LOOPBACK.matcher(text);
        if (loopback.matches() && Integer.parseInt(loopback.group(2)) <= 65535 && isTenant(loopback.group(3))) {
            // Without the slash: one tenant has one name.
            return Optional.of(new TenantAddress(loopback.group(1), URI.create(loopback.group(1) + "/")));
        }
        return HOST.matcher(text).matches()
                ? Optional.of(new TenantAddress(text, URI.create("https://" + text + "/")))
                : Optional.empty();
    }

    /** A running sandbox has each of its tenants below a path of one segment, the tenant's name. */
    private static boolean isTenant(@Nullable String segment) {
        return segment == null || SandboxDomain.isName(segment);
    }

    /** Whether the tenant is on this machine, where plain http is allowed. */
    public boolean isLoopback() {
        return url.getScheme().equals("http");
    }

    /** The Management API's address, which is also the default audience of its tokens. */
    public String managementApi() {
        return url + "api/v2/";
    }

    /**
     * Whether credentials may go to this tenant: to Auth0's own domains, to loopback, and to hosts pinned outside the
     * descriptor. Anyone can have a tenant in Auth0's domains: if you pin one of their hosts, credentials go to no
     * other.
     *
     * @param allowedHosts host names in lower case
     */
    public boolean isTrusted(Set<String> allowedHosts) {
        return isLoopback() || allowedHosts.contains(domain) || (isAuth0s(domain) && !isPinned(allowedHosts));
    }

    private static boolean isPinned(Set<String> allowedHosts) {
        for (String host : allowedHosts) {
            if (isAuth0s(host)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the tenant is at one of Auth0's own domains. */
    public boolean isAuth0s() {
        return isAuth0s(domain);
    }

    private static boolean isAuth0s(String host) {
        return host.endsWith(".auth0.com") || host.endsWith(".auth0app.com");
    }

    @Override
    public String toString() {
        return domain;
    }
}

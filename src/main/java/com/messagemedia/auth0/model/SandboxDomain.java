package com.messagemedia.auth0.model;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A tenant of the embedded sandbox, as {@code tenant.domain} names it: {@code sandbox}, or {@code sandbox/NAME} for one of
 * many. Each is a tenant of its own.
 *
 * @param name the name; empty for the word alone
 */
public record SandboxDomain(Optional<String> name) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** The first words of the sandbox's own paths: no tenant of a running sandbox can stand below them. */
    private static final Set<String> OWN_PATHS =
            Set.of("api", "messages", "oauth", "passwordless", "sandbox", "ui", "v1");

    /** What to do about a name that no tenant can have. */
    public static final String REMEDY =
            "Write sandbox/NAME. A NAME has small letters, digits and dashes, begins with a letter"
                    + " or digit, is at most 64 long, and is none of the sandbox's own paths: api, messages, oauth, passwordless,"
                    + " sandbox, ui, v1.";

    /** The tenant that is there without a name. */
    public static final SandboxDomain MAIN = new SandboxDomain(Optional.empty());

    /** Refuses, with {@link IllegalArgumentException}, a name that no tenant can have. */
    public SandboxDomain {
        if (name.isPresent() && !isName(name.get())) {
            throw new IllegalArgumentException("no tenant of a sandbox can have this name");
        }
    }

    /** The tenant with this name. */
    public static SandboxDomain of(String name) {
        return new SandboxDomain(Optional.of(name));
    }

    /** The tenant of the sandbox that a domain names; empty if it names none. */
    public static Optional<SandboxDomain> parse(String domain) {
        if (domain.equals(TenantAddress.SANDBOX)) {
            return Optional.of(MAIN);
        }
        if (!isMeant(domain)) {
            return Optional.empty();
        }
        String name = domain.substring(TenantAddress.SANDBOX.length() + 1);
        return isName(name) ? Optional.of(of(name)) : Optional.empty();
    }

    /** Whether a domain is meant to name one of many tenants of the sandbox, whether or not it is right. */
    public static boolean isMeant(String domain) {
        return domain.startsWith(TenantAddress.SANDBOX + "/");
    }

    /** Whether a tenant can have this name: small letters, digits and dashes, and none of the sandbox's own paths. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !OWN_PATHS.contains(name);
    }

    /** The path of the tenant in a running sandbox: {@code /}, or the name between slashes. */
    public String path() {
        return name.isPresent() ? "/" + name.get() + "/" : "/";
    }

    /** The domain as a descriptor names it. */
    @Override
    public String toString() {
        return TenantAddress.SANDBOX + (name.isPresent() ? "/" + name.get() : "");
    }
}

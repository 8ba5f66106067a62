package com.messagemedia.auth0.delivery.gateway;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The known hosts of MessageMedia's gateway for Auth0. Each message carries the API key and secret to the gateway, so
 * a user must allow any other host explicitly. Source: the messagemedia/auth0-integration guide, which has the
 * current and the original address.
 */
public final class GatewayHosts {

    private static final Set<String> KNOWN = Set.of("auth0-api.messagemedia.com", "auth0.workflows-prd.syd.mmd.zone");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

    private static final String PATH = "/messages";
    private static final int HTTPS = 443;

    private GatewayHosts() {}

    /** Returns the host of a gateway URL in lower case; empty if the text is not an absolute URL with a plain host. */
    public static Optional<String> host(String gatewayUrl) {
        try {
            URI uri = URI.create(gatewayUrl);
            return uri.getUserInfo() != null || uri.getHost() == null
                    ? Optional.empty()
                    : Optional.of(uri.getHost().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns whether a host is MessageMedia's. */
    public static boolean isKnown(String host) {
        return KNOWN.contains(host);
    }

    /**
     * Returns whether a URL has MessageMedia's host but the wrong path. Auth0 then gets an error page for each message, and
     * no user gets a code.
     */
    public static boolean isAstray(String gatewayUrl) {
        if (!isKnown(host(gatewayUrl).orElse(""))) {
            return false;
        }
        URI uri = URI.create(gatewayUrl);
        boolean usualPort = uri.getPort() == -1 || uri.getPort() == HTTPS;
        return !PATH.equals(uri.getRawPath())
                || !usualPort
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null;
    }

    /** Returns whether a host is this machine. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.contains(host);
    }

    /** Returns whether a gateway URL uses https, or http on loopback. */
    public static boolean isSecure(String gatewayUrl) {
        String text = gatewayUrl.toLowerCase(Locale.ROOT);
        boolean loopback = isLoopback(host(gatewayUrl).orElse(""));
        return text.startsWith("https://") || (loopback && text.startsWith("http://"));
    }
}

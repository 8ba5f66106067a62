package com.messagemedia.auth0.model;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The hosts that are known to be MessageMedia's gateway for Auth0. Every message carries the API key and secret to the
 * gateway, so any other host must be named on purpose. Source: the messagemedia/auth0-integration guide, today's and the
 * original address.
 */
public final class GatewayHosts {

    private static final Set<String> KNOWN = Set.of("auth0-api.messagemedia.com", "auth0.workflows-prd.syd.mmd.zone");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

    private static final String PATH = "/messages";
    private static final int HTTPS = 443;

    private GatewayHosts() {}

    /** The host of a gateway URL in lower case; empty where the text is no absolute URL with a plain host. */
    public static Optional<String> host(String gatewayUrl) {
        try {
            URI uri = URI.create(gatewayUrl);
            return uri.getUserInfo() != null
                    ? Optional.empty()
                    : Optional.ofNullable(uri.getHost()).map(host -> host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a host is MessageMedia's. */
    public static boolean isKnown(String host) {
        return KNOWN.contains(host);
    }

    /**
     * Whether a URL leads to MessageMedia's host, but not to its gateway there. Auth0 then gets an error page for each message,
     * and no code is sent.
     */
    public static boolean isAstray(String gatewayUrl) {
        if (host(gatewayUrl).filter(GatewayHosts::isKnown).isEmpty()) {
            return false;
        }
        URI uri = URI.create(gatewayUrl);
        boolean usualPort = uri.getPort() == -1 || uri.getPort() == HTTPS;
        return !PATH.equals(uri.getRawPath())
                || !usualPort
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null;
    }

    /** Whether a host is this machine. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.contains(host);
    }

    /** Whether a gateway URL is reached by https, or on loopback by http. */
    public static boolean isSecure(String gatewayUrl) {
        String text = gatewayUrl.toLowerCase(Locale.ROOT);
        boolean loopback = host(gatewayUrl).filter(GatewayHosts::isLoopback).isPresent();
        return text.startsWith("https://") || (loopback && text.startsWith("http://"));
    }
}

package com.messagemedia.auth0.descriptor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The gateway's address. Every message carries the API key and secret there, readable by whoever runs it: hence https, and no
 * host but MessageMedia's own unless the descriptor allows it by name.
 */
record GatewayRules(EffectiveDocument document, Findings findings) {

    /** The address of MessageMedia's guide, and the one that the guide gave at first. */
    static final Set<String> KNOWN = Set.of("auth0-api.messagemedia.com", "auth0.workflows-prd.syd.mmd.zone");

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int SHORTEST = 8;

    void check() {
        Optional<Field> ours = document.field("messageMedia", "gatewayUrl");
        ours.flatMap(this::host).ifPresent(host -> allowed(ours.get(), host));
        document.field("options", "gateway_url").ifPresent(this::host);
        document.field("messageMedia", "allowGateway").ifPresent(this::allowGateway);
    }

    /** The host of an address that is fit to be a gateway; empty, with an error found, where it is not. */
    private Optional<String> host(Field field) {
        Optional<String> text = document.text(field).filter(url -> url.length() >= SHORTEST);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<URI> url = parse(text.get()).filter(GatewayRules::isPlain);
        if (url.isEmpty()) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "is not the address of a gateway",
                    "Write https://, the host and the path, nothing else, such as https://auth0-api.messagemedia.com/messages.");
            return Optional.empty();
        }
        String host = url.get().getHost().toLowerCase(Locale.ROOT);
        if (!"https".equalsIgnoreCase(url.get().getScheme()) && !LOOPBACK.contains(host)) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "is not https, and every message carries credentials there",
                    "Write https:// instead of http://.");
            return Optional.empty();
        }
        return Optional.of(host);
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(URI url) {
        boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
        return web && url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
    }

    private void allowed(Field field, String host) {
        if (LOOPBACK.contains(host)) {
            unreachable(field);
            return;
        }
        Optional<Field> allow = document.field("messageMedia", "allowGateway");
        boolean pending = allow.filter(named -> !document.isKnown(named)).isPresent();
        boolean named = allow.flatMap(document::text).filter(host::equals).isPresent();
        if (!KNOWN.contains(host) && !named && !pending) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "leads to a host that is not MessageMedia's, and every message carries the API key and secret there",
                    document.isPublic(field)
                            ? "If you trust that host, add under messageMedia: allowGateway: " + host
                            : "If you trust that host, name it under messageMedia with allowGateway.");
        }
    }

    private void unreachable(Field field) {
        if (!document.isRehearsal()) {
            findings.warning(
                    field.valuePlace(),
                    field.name(),
                    "leads to this machine, which Auth0 cannot reach",
                    "Write an address on the Internet, or use the sandbox as the tenant.");
        }
    }

    private void allowGateway(Field field) {
        Optional<String> host = document.text(field);
        if (host.filter(name -> !name.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?")).isPresent()) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "is not a host name in lower case",
                    "Write the host of gatewayUrl alone, such as sms.acme.example.");
        } else if (host.filter(KNOWN::contains).isPresent()
                || document.field("messageMedia", "gatewayUrl").isEmpty()) {
            findings.warning(
                    field.valuePlace(),
                    field.name(),
                    "has no effect: the gateway is MessageMedia's own",
                    "Take the line away.");
        }
    }
}

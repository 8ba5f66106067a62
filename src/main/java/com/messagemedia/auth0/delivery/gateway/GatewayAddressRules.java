package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.Optional;

/**
 * Checks the gateway's address. Every message carries the API key and secret to this address, and its operator can read
 * them. So it needs https. The host must be MessageMedia's own, unless the descriptor allows another by name.
 */
record GatewayAddressRules(EffectiveDocument document, Findings findings) {

    /** The length of {@code https://}. */
    private static final int SHORTEST = 8;

    void check() {
        Optional<Field> ours = document.field("messageMedia", "gatewayUrl");
        if (ours.isPresent()) {
            ours(ours.get());
        }
        Optional<Field> option = document.field("options", "gateway_url");
        if (option.isPresent()) {
            host(option.get());
            astray(option.get());
        }
        Optional<Field> allow = document.field("messageMedia", "allowGateway");
        if (allow.isPresent()) {
            allowGateway(allow.get());
        }
    }

    private void ours(Field field) {
        Optional<String> host = host(field);
        if (host.isPresent()) {
            allowed(field, host.get());
        }
        astray(field);
    }

    /** Returns the host of a valid gateway address. It reports an error and returns empty for any other address. */
    private Optional<String> host(Field field) {
        Optional<String> text = document.text(field).filter(url -> url.length() >= SHORTEST);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> host = text.flatMap(GatewayHosts::host);
        if (host.isEmpty()) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "is not the address of a gateway",
                    "Write https://, the host and the path, nothing else, such as https://auth0-api.messagemedia.com/messages.");
        } else if (!GatewayHosts.isSecure(text.get())) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "is not https, and every message carries credentials there",
                    "Begin it with https://.");
            return Optional.empty();
        }
        return host;
    }

    private void astray(Field field) {
        if (document.text(field).filter(GatewayHosts::isAstray).isPresent()) {
            findings.warning(
                    field.valuePlace(),
                    field.name(),
                    "leads to MessageMedia's host, but not to its gateway there, so no code would be sent",
                    "Write https://auth0-api.messagemedia.com/messages, or remove the line.");
        }
    }

    private void allowed(Field field, String host) {
        if (GatewayHosts.isLoopback(host)) {
            unreachable(field);
            return;
        }
        Optional<Field> allow = document.field("messageMedia", "allowGateway");
        boolean pending = allow.filter(named -> !document.isKnown(named)).isPresent();
        boolean named = allow.flatMap(document::text).filter(host::equals).isPresent();
        if (!GatewayHosts.isKnown(host) && !named && !pending) {
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
        } else if (host.filter(GatewayHosts::isKnown).isPresent()
                || document.field("messageMedia", "gatewayUrl").isEmpty()) {
            findings.warning(
                    field.valuePlace(),
                    field.name(),
                    "has no effect, as MessageMedia's own gateway is always allowed",
                    "Remove the line.");
        }
    }
}

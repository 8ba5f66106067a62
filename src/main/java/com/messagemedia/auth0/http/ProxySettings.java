package com.messagemedia.auth0.http;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.Secret;
import java.util.Optional;

/**
 * An HTTP proxy, as {@code <proxies>} of Maven's settings.xml describes it.
 *
 * @param host the proxy's host name or address
 * @param port its port, 1 to 65535
 * @param user the user it wants to know, where it does
 * @param password the user's password
 */
public record ProxySettings(String host, int port, Optional<String> user, Optional<Secret> password) {

    /** Refuses, with a {@link Fault}, a host or user that cannot be sent and a port out of range. */
    public ProxySettings {
        if (host.isBlank() || !HeaderText.isSafe(host) || port < 1 || port > 65_535) {
            throw new Fault(
                    "The proxy needs a host name and a port from 1 to 65535.",
                    "Correct <host> and <port> of the active proxy in settings.xml.");
        }
        if (user.filter(name -> name.contains(":") || name.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            throw new Fault(
                    "The proxy's user name holds a colon or a control character, which Basic authentication cannot carry.",
                    "Correct <username> of the active proxy in settings.xml.");
        }
    }
}

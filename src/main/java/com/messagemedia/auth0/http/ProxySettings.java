package com.messagemedia.auth0.http;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Secret;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy, as {@code <proxies>} of Maven's settings.xml describes it.
 *
 * @param host the proxy's host name or address
 * @param port its port, 1 to 65535
 * @param user the user name for the proxy; empty if it needs none
 * @param password the user's password
 */
public record ProxySettings(String host, int port, Optional<String> user, Optional<Secret> password) {

    /** Refuses, with a {@link Fault}, an unusable host or user and a port out of range. */
    public ProxySettings {
        if (host.isBlank() || !HeaderText.isSafe(host) || port < 1 || port > 65_535) {
            throw new Fault(
                    "The proxy needs a host name and a port from 1 to 65535.",
                    "Correct <host> and <port> of the active proxy in settings.xml.");
        }
        if (user.filter(name -> name.contains(":") || name.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            throw new Fault(
                    "The proxy's user name contains a colon or a control character, which Basic authentication does not allow.",
                    "Correct <username> of the active proxy in settings.xml.");
        }
    }

    /**
     * Chooses the proxy for a host: none on loopback, otherwise the configured one, otherwise the Java runtime's own
     * choice.
     */
    static final class ProxyChoice extends ProxySelector {

        private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

        private final Optional<Proxy> configured;

        ProxyChoice(Optional<ProxySettings> settings) {
            // The address stays unresolved: OkHttp looks up the proxy's name when it needs it, and reports an unknown
            // name.
            this.configured = settings.isPresent() ? Optional.of(unresolved(settings.get())) : Optional.empty();
        }

        private static Proxy unresolved(ProxySettings proxy) {
            return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
        }

        @Override
        public List<Proxy> select(URI address) {
            if (Loopback.holds(address)) {
                return DIRECT;
            }
            ProxySelector runtime = ProxySelector.getDefault();
            if (configured.isPresent()) {
                return List.of(configured.get());
            }
            return runtime == null ? DIRECT : runtime.select(address);
        }

        @Override
        public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
            // The caller gets the failure as the exception of its call.
        }
    }

    /** Authenticates to a proxy, once, with Basic authentication. It supports no other scheme. */
    static final class ProxyLogin implements Authenticator {

        private static final String HEADER = "Proxy-Authorization";

        private final Optional<String> basic;

        ProxyLogin(Optional<ProxySettings> settings) {
            this.basic = settings.isPresent() ? basic(settings.get()) : Optional.empty();
        }

        private static Optional<String> basic(ProxySettings proxy) {
            String password = proxy.password().map(Secret::reveal).orElse("");
            return proxy.user().map(user -> Credentials.basic(user, password, StandardCharsets.UTF_8));
        }

        @Override
        public @Nullable Request authenticate(@Nullable Route route, Response response) {
            if (basic.isEmpty() || response.request().header(HEADER) != null) {
                return null;
            }
            return response.request().newBuilder().header(HEADER, basic.get()).build();
        }
    }
}

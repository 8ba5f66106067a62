package com.messagemedia.auth0.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Which proxy a host is reached through: none on loopback, else the configured one, else the Java runtime's own choice. */
final class ProxyChoice extends ProxySelector {

    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final Optional<Proxy> configured;

    ProxyChoice(Optional<ProxySettings> settings) {
        // Unresolved: OkHttp looks the proxy's name up when it is needed, and reports a name that is not known.
        this.configured = settings.map(
                proxy -> new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
    }

    @Override
    public List<Proxy> select(URI address) {
        if (Loopback.holds(address)) {
            return DIRECT;
        }
        ProxySelector runtime = ProxySelector.getDefault();
        return configured.map(List::of).orElseGet(() -> runtime == null ? DIRECT : runtime.select(address));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        // The failure reaches the caller as an exception of the call itself.
    }
}

package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.ProxySettings;
import com.messagemedia.auth0.model.GivenText;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.TenantAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;

/** How this Maven makes requests: its proxies, with nonProxyHosts and decrypted passwords, as the resolver sees them. */
final class MavenHttp {

    /** Half of the default timeout: after a request that hangs, there is time for a second one. */
    private static final int LONGEST_REQUEST_SECONDS = 30;

    private MavenHttp() {}

    static HttpSettings settings(MavenSession session, String userAgent, TenantAddress address, int timeoutSeconds) {
        return new HttpSettings(
                userAgent,
                Duration.ofSeconds(Math.min(timeoutSeconds, LONGEST_REQUEST_SECONDS)),
                address.isLoopback() ? Optional.empty() : proxy(session.getRepositorySession(), address),
                List.of());
    }

    private static Optional<ProxySettings> proxy(RepositorySystemSession session, TenantAddress address) {
        RemoteRepository tenant =
                new RemoteRepository.Builder("auth0", "default", address.url().toString()).build();
        Optional<Proxy> proxy =
                Optional.ofNullable(session.getProxySelector()).map(selector -> selector.getProxy(tenant));
        return proxy.map(found -> authenticated(session, tenant, found));
    }

    private static ProxySettings authenticated(RepositorySystemSession session, RemoteRepository tenant, Proxy proxy) {
        RemoteRepository proxied =
                new RemoteRepository.Builder(tenant).setProxy(proxy).build();
        try (AuthenticationContext login = AuthenticationContext.forProxy(session, proxied)) {
            Optional<AuthenticationContext> present = Optional.ofNullable(login);
            return new ProxySettings(
                    proxy.getHost(),
                    proxy.getPort(),
                    present.map(context -> context.get(AuthenticationContext.USERNAME))
                            .map(MavenHttp::readable),
                    present.map(context -> context.get(AuthenticationContext.PASSWORD))
                            .filter(password -> !password.isEmpty())
                            .map(MavenHttp::readable)
                            .map(Secret::new));
        }
    }

    private static String readable(String text) {
        return new GivenText("The login of the active proxy in settings.xml", text).readable();
    }
}

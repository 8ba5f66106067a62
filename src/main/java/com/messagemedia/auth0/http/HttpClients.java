package com.messagemedia.auth0.http;

import com.messagemedia.auth0.connection.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/**
 * The one place where an OkHttp client is made. It follows no redirect and repeats no request on its own, sends the
 * plugin's name, bounds the time of a call and the size of a reply, and logs nothing.
 */
public final class HttpClients {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int IDLE_CONNECTIONS = 2;

    // Servers close idle connections after a minute or more. One that is dropped here first is never found dead by a
    // request that must not be repeated.
    private static final int IDLE_SECONDS = 20;

    private HttpClients() {}

    /**
     * A client by these settings. It makes no connection and starts no thread yet. Whoever asked for it shuts it down:
     * dispatcher and connection pool.
     *
     * @throws Fault when this Java runtime cannot set up TLS with the extra authorities
     */
    public static OkHttpClient create(HttpSettings settings) {
        return create(settings, false);
    }

    /** The same for one server. Where it is reached by plain http, the trusted authorities are not read at all. */
    static OkHttpClient create(HttpSettings settings, URI server) {
        return create(settings, "http".equals(server.getScheme()));
    }

    private static OkHttpClient create(HttpSettings settings, boolean isPlain) {
        Duration timeout = settings.callTimeout();
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .callTimeout(timeout)
                .connectTimeout(timeout.compareTo(CONNECT) < 0 ? timeout : CONNECT)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                .proxySelector(new ProxyChoice(settings.proxy()))
                .proxyAuthenticator(new ProxyLogin(settings.proxy()))
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("User-Agent", settings.userAgent())
                        .build()))
                .addInterceptor(new BoundedReplies())
                .addNetworkInterceptor(new SentRequests());
        if (isPlain) {
            builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        } else if (!settings.extraAuthorities().isEmpty()) {
            Trust trust = Trust.with(settings.extraAuthorities());
            builder.sslSocketFactory(trust.sockets(), trust.manager());
        }
        return builder.build();
    }
}

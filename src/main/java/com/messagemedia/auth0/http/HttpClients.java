package com.messagemedia.auth0.http;

import com.messagemedia.auth0.http.CaCertificates.Trust;
import com.messagemedia.auth0.http.HttpClients.BoundedReplies;
import com.messagemedia.auth0.http.ProxySettings.ProxyChoice;
import com.messagemedia.auth0.http.ProxySettings.ProxyLogin;
import com.messagemedia.auth0.http.TransportFailure.LostReplyException;
import com.messagemedia.auth0.http.TransportFailure.NoHttpAnswerException;
import com.messagemedia.auth0.model.Fault;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

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

    /** Ends a reply that is larger than any honest one, counted after decompression. */
    static final class BoundedReplies implements Interceptor {

        static final long MOST_BYTES = 8L * 1024 * 1024;

        @Override
        public Response intercept(Chain chain) throws IOException {
            Response response = chain.proceed(chain.request());
            ResponseBody body = response.body();
            Source bounded = new BoundedSource(body.source());
            return response.newBuilder()
                    .body(ResponseBody.create(Okio.buffer(bounded), body.contentType(), body.contentLength()))
                    .build();
        }

        private static final class BoundedSource extends ForwardingSource {

            private long count;

            BoundedSource(Source source) {
                super(source);
            }

            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                long read = part(sink, byteCount);
                count += Math.max(0, read);
                if (count > MOST_BYTES) {
                    throw new ReplyTooLargeException();
                }
                return read;
            }

            private long part(Buffer sink, long byteCount) throws IOException {
                try {
                    return super.read(sink, byteCount);
                } catch (IOException e) {
                    throw new LostReplyException(e);
                }
            }
        }
    }

    /**
     * Stands between OkHttp and the connection. Marks a failure from here on as one after which the request may have arrived, and
     * keeps OkHttp from repeating a request on its own, which it does whatever {@code retryOnConnectionFailure} says: after "503, try
     * again after 0 seconds", and after a 407, which it would answer with the proxy's password. A proxy's own 407 answers the
     * CONNECT before the request and never comes here.
     */
    static final class SentRequests implements Interceptor {

        private static final int PROXY_LOGIN_REQUIRED = 407;
        private static final int UNAVAILABLE = 503;

        @Override
        public Response intercept(Chain chain) throws IOException {
            Response response = answer(chain);
            if (response.code() == PROXY_LOGIN_REQUIRED) {
                response.close();
                throw new LostReplyException(new NoHttpAnswerException());
            }
            String wait = response.header("Retry-After");
            if (response.code() == UNAVAILABLE && wait != null && wait.matches("0+")) {
                return response.newBuilder().header("Retry-After", "1").build();
            }
            return response;
        }

        @SuppressWarnings("UnusedException") // Its message quotes what came.
        private static Response answer(Chain chain) throws IOException {
            try {
                return chain.proceed(chain.request());
            } catch (ProtocolException e) {
                throw new LostReplyException(new NoHttpAnswerException());
            } catch (IOException e) {
                throw new LostReplyException(e);
            }
        }
    }

    /** A reply larger than the 8 MiB that are read of one; the rest of it was not read. */
    public static final class ReplyTooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        ReplyTooLargeException() {
            super("larger than " + BoundedReplies.MOST_BYTES / (1024 * 1024) + " MiB");
        }
    }
}

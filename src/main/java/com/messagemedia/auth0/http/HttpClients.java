package com.messagemedia.auth0.http;

import com.messagemedia.auth0.http.HttpClients.BoundedReplies;
import com.messagemedia.auth0.http.ProxySettings.ProxyChoice;
import com.messagemedia.auth0.http.ProxySettings.ProxyLogin;
import com.messagemedia.auth0.http.TransportFailure.LostReplyException;
import com.messagemedia.auth0.http.TransportFailure.NoHttpAnswerException;
import com.messagemedia.auth0.model.Fault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Creates every OkHttp client of the plugin. A client follows no redirect and repeats no request on its own. It sends
 * the plugin's name, limits the time of a call and the size of a reply, and logs nothing.
 */
public final class HttpClients {

    /**
     * A server that does not accept a connection within 10 seconds (OkHttp's default) is down; the call's timeout may
     * be longer.
     */
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private static final int IDLE_CONNECTIONS = 2;

    // Servers close idle connections after a minute or more. The client closes them first: a request that must not be
    // repeated never meets a dead connection.
    private static final int IDLE_SECONDS = 20;

    private HttpClients() {}

    /**
     * Creates a client with these settings. It opens no connection and starts no thread yet. The caller shuts down
     * its dispatcher and connection pool.
     *
     * @throws Fault if this Java runtime cannot set up TLS with the extra authorities
     */
    public static OkHttpClient create(HttpSettings settings) {
        return create(settings, new SharedTrust().client(settings.extraAuthorities()));
    }

    /** Creates a client for one server. For plain http it does not read the trusted authorities. */
    static OkHttpClient create(HttpSettings settings, URI server) {
        return create(settings, server, new SharedTrust());
    }

    /** Creates a client for one server, which trusts what other clients trust. For plain http it does not read them. */
    static OkHttpClient create(HttpSettings settings, URI server, SharedTrust trust) {
        return create(
                settings,
                "http".equals(server.getScheme())
                        ? new OkHttpClient.Builder().connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                        : trust.client(settings.extraAuthorities()));
    }

    private static OkHttpClient create(HttpSettings settings, OkHttpClient.Builder builder) {
        Duration timeout = settings.callTimeout();
        return builder.retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .callTimeout(timeout)
                .connectTimeout(timeout.compareTo(CONNECT) < 0 ? timeout : CONNECT)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .dispatcher(new Dispatcher())
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                .proxySelector(new ProxyChoice(settings.proxy()))
                .proxyAuthenticator(new ProxyLogin(settings.proxy()))
                .addInterceptor(new Interruptions())
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("User-Agent", settings.userAgent())
                        .build()))
                .addInterceptor(new BoundedReplies())
                .addNetworkInterceptor(new SentRequests())
                .build();
    }

    /**
     * Makes every interruption an {@link IOException}. OkHttp, written in Kotlin, throws an {@link InterruptedException} that
     * no method declares, so no caller can expect it.
     */
    private static final class Interruptions implements Interceptor {

        @Override
        public Response intercept(Chain chain) throws IOException {
            try {
                return chain.proceed(chain.request());
            } catch (IOException | RuntimeException expected) {
                throw expected;
            } catch (Exception undeclared) {
                Thread.currentThread().interrupt();
                InterruptedIOException interrupted = new InterruptedIOException("interrupted");
                interrupted.initCause(undeclared);
                throw interrupted;
            }
        }
    }

    /** Stops reading a reply that is larger than any genuine one. It counts bytes after decompression. */
    static final class BoundedReplies implements Interceptor {

        /**
         * 8 MiB. A page has at most 100 connections; with 20 KiB of options each, which is far more than usual, that
         * is 2 MiB.
         */
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
     * Runs between OkHttp and the connection. It marks later failures: the request may have arrived. It also prevents
     * two repeats that OkHttp makes whatever {@code retryOnConnectionFailure} says: after a 503 with {@code
     * Retry-After: 0}, and after a 407, where OkHttp would send the proxy's password to the server. A proxy's own 407
     * is the reply to CONNECT and does not arrive here.
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

        private static Response answer(Chain chain) throws IOException {
            try {
                return chain.proceed(chain.request());
            } catch (ProtocolException unused) {
                throw new LostReplyException(new NoHttpAnswerException());
            } catch (IOException e) {
                throw new LostReplyException(e);
            }
        }
    }

    /** The reply is larger than 8 MiB. The rest was not read. */
    public static final class ReplyTooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        ReplyTooLargeException() {
            super("larger than " + BoundedReplies.MOST_BYTES / (1024 * 1024) + " MiB");
        }
    }
}

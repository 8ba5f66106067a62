package com.messagemedia.auth0.http;

import com.messagemedia.auth0.http.CaCertificates.Trust;
import com.messagemedia.auth0.model.Fault;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;

/**
 * What the clients of one run trust. The authorities are read and TLS is set up once for all clients with the same ones, not
 * once for each tenant. The clients share nothing else: each has its own connections and threads. Several threads may use it
 * at the same time.
 */
public final class SharedTrust {

    private final Map<List<X509Certificate>, OkHttpClient> clients = new HashMap<>();

    /**
     * The beginning of a client that trusts the Java runtime's authorities and these.
     *
     * @throws Fault if this Java runtime cannot set up TLS with them
     */
    synchronized OkHttpClient.Builder client(List<X509Certificate> extra) {
        return clients.computeIfAbsent(extra, SharedTrust::trusting).newBuilder();
    }

    private static OkHttpClient trusting(List<X509Certificate> extra) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder();
        if (!extra.isEmpty()) {
            Trust trust = Trust.with(extra);
            builder.sslSocketFactory(trust.sockets(), trust.manager());
        }
        return builder.build();
    }
}

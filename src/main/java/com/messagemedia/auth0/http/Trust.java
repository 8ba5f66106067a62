package com.messagemedia.auth0.http;

import com.messagemedia.auth0.connection.Fault;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom TLS trusts: the Java runtime's authorities and more. */
record Trust(SSLSocketFactory sockets, X509TrustManager manager) {

    /** The runtime's own authorities and these besides. */
    @SuppressWarnings("UnusedException") // What the runtime says of its own providers helps nobody here.
    static Trust with(List<X509Certificate> extra) {
        try {
            List<X509Certificate> all = new ArrayList<>(List.of(manager(null).getAcceptedIssuers()));
            all.addAll(extra);
            X509TrustManager manager = manager(storeOf(all));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return new Trust(context.getSocketFactory(), manager);
        } catch (GeneralSecurityException | IOException e) {
            throw new Fault(
                    "TLS cannot be set up with the certificates of tenant.caCertificates: the Java runtime refused with "
                            + e.getClass().getSimpleName() + ".",
                    "Check that the file holds X.509 certificates of a certificate authority.");
        }
    }

    private static KeyStore storeOf(List<X509Certificate> authorities) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry(Integer.toString(i), authorities.get(i));
        }
        return store;
    }

    private static X509TrustManager manager(@Nullable KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("no trust manager for X.509");
    }
}

package com.messagemedia.auth0.http;

import com.messagemedia.auth0.model.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Reads a company's own CA certificates from a file. */
public final class CaCertificates {

    private static final String REMEDY =
            "Export the authority's certificate as PEM text (-----BEGIN CERTIFICATE-----), one or"
                    + " several in one file, and name that file in tenant.caCertificates.";

    private CaCertificates() {}

    /**
     * The X.509 certificates of a PEM text, in its order; a single DER certificate is read too.
     *
     * @param name the name of its file, for the message
     * @throws Fault if it contains no certificate, or anything else; the message does not repeat the content
     */
    public static List<X509Certificate> of(byte[] pem, String name) {
        try {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (CertificateException unused) {
            throw noCertificates(name);
        }
        throw noCertificates(name);
    }

    /**
     * The fault of an unreadable certificate file.
     *
     * @param problem what is wrong with it, a clause that follows its name
     */
    public static Fault unreadable(String name, String problem) {
        return new Fault("The CA certificates cannot be read: " + name + " " + problem + ".", REMEDY);
    }

    private static Fault noCertificates(String name) {
        return unreadable(name, "is not a file of X.509 certificates in PEM form");
    }

    /**
     * What TLS trusts.
     *
     * @param sockets makes connections with this trust
     * @param manager decides about servers
     */
    record Trust(SSLSocketFactory sockets, X509TrustManager manager) {

        /** These authorities, and those of the Java runtime. */
        static Trust with(List<X509Certificate> extra) {
            try {
                X509TrustManager manager = new CombinedTrust(manager(storeOf(extra)), () -> manager(null));
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

        private static KeyStore storeOf(List<X509Certificate> authorities)
                throws GeneralSecurityException, IOException {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry(Integer.toString(i), authorities.get(i));
            }
            return store;
        }

        /** Trusts the authorities of a store; those of the Java runtime where there is none. */
        private static X509ExtendedTrustManager manager(@Nullable KeyStore authorities)
                throws GeneralSecurityException {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager found) {
                    return found;
                }
            }
            throw new GeneralSecurityException("no trust manager for X.509");
        }
    }
}

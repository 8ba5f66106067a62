package com.messagemedia.auth0.http;

import com.messagemedia.auth0.connection.Fault;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates of authorities that a company adds, from a file. */
public final class CaCertificates {

    private static final String REMEDY =
            "Export the authority's certificate as PEM text (-----BEGIN CERTIFICATE-----), one or"
                    + " several in one file, and name that file in tenant.caCertificates.";

    private CaCertificates() {}

    /**
     * The X.509 certificates of a PEM text, in its order; a single DER certificate is read too.
     *
     * @param name the name of the file that it is from, for the message
     * @throws Fault when it holds no certificate, or something else; its content is not repeated
     */
    @SuppressWarnings("UnusedException") // The runtime's message may quote the file.
    public static List<X509Certificate> of(byte[] pem, String name) {
        try {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (CertificateException e) {
            throw noCertificates(name);
        }
        throw noCertificates(name);
    }

    /**
     * The fault of a file of certificates that cannot be read.
     *
     * @param problem what is wrong with it, to go on after its name
     */
    public static Fault unreadable(String name, String problem) {
        return new Fault("The CA certificates cannot be read: " + name + " " + problem + ".", REMEDY);
    }

    private static Fault noCertificates(String name) {
        return unreadable(name, "is not a file of X.509 certificates in PEM form");
    }
}

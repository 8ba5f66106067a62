package com.messagemedia.auth0.http;

import com.messagemedia.auth0.connection.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
     * Reads the X.509 certificates of a PEM file, in its order; a single DER certificate is read too.
     *
     * @throws Fault when the file cannot be read or holds no certificate, or something else; its content is not repeated
     */
    @SuppressWarnings("UnusedException") // The runtime's message may quote the file.
    public static List<X509Certificate> read(Path pem) {
        try {
            List<X509Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(pem)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (certificates.isEmpty()) {
                throw noCertificates(pem);
            }
            return certificates;
        } catch (CertificateException e) {
            throw noCertificates(pem);
        } catch (IOException e) {
            throw new Fault(
                    "The CA certificates cannot be read: " + pem.getFileName() + " "
                            + (Files.exists(pem) ? "is no readable file." : "does not exist."),
                    REMEDY);
        }
    }

    private static Fault noCertificates(Path pem) {
        return new Fault(
                "The CA certificates cannot be read: " + pem.getFileName()
                        + " is not a file of X.509 certificates in PEM form.",
                REMEDY);
    }
}

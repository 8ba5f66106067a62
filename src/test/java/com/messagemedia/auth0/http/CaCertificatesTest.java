package com.messagemedia.auth0.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.model.Fault;
import java.nio.charset.StandardCharsets;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaCertificatesTest {

    private static final String REMEDY =
            "Export the authority's certificate as PEM text (-----BEGIN CERTIFICATE-----), one or"
                    + " several in one file, and name that file in tenant.caCertificates.";

    @Test
    void readsEveryCertificateInOrder() {
        HeldCertificate first =
                new HeldCertificate.Builder().commonName("first").build();
        HeldCertificate second =
                new HeldCertificate.Builder().commonName("second").build();
        String text = "Corporate CA, 2026\n" + first.certificatePem() + "\n" + second.certificatePem();
        assertThat(CaCertificates.of(bytes(text), "ca.pem")).containsExactly(first.certificate(), second.certificate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2",
                "-----BEGIN CERTIFICATE-----\nhunter2\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\nMIIB",
            })
    void refusesAFileOfSomethingElseWithoutRepeatingIt(String content) {
        assertFault(content);
    }

    @Test
    void refusesAPrivateKey() {
        assertFault(new HeldCertificate.Builder().build().privateKeyPkcs8Pem());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertFault(String content) {
        assertThatThrownBy(() -> CaCertificates.of(bytes(content), "ca.pem"))
                .isInstanceOf(Fault.class)
                .hasMessage(
                        "The CA certificates cannot be read: ca.pem is not a file of X.509 certificates in PEM form.")
                .hasNoCause()
                .extracting(fault -> ((Fault) fault).remedy())
                .isEqualTo(REMEDY);
    }
}

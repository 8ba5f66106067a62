package com.messagemedia.auth0.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.connection.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaCertificatesTest {

    private static final String REMEDY =
            "Export the authority's certificate as PEM text (-----BEGIN CERTIFICATE-----), one or"
                    + " several in one file, and name that file in tenant.caCertificates.";

    @TempDir
    private Path folder;

    @Test
    void readsEveryCertificateInOrder() throws IOException {
        HeldCertificate first =
                new HeldCertificate.Builder().commonName("first").build();
        HeldCertificate second =
                new HeldCertificate.Builder().commonName("second").build();
        Path file = write("Corporate CA, 2026\n" + first.certificatePem() + "\n" + second.certificatePem());
        assertThat(CaCertificates.read(file)).containsExactly(first.certificate(), second.certificate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2",
                "-----BEGIN CERTIFICATE-----\nhunter2\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\nMIIB",
            })
    void refusesAFileOfSomethingElseWithoutRepeatingIt(String content) throws IOException {
        Path file = write(content);
        assertFault(
                file, "The CA certificates cannot be read: ca.pem is not a file of X.509 certificates in PEM form.");
    }

    @Test
    void refusesAPrivateKey() throws IOException {
        Path file = write(new HeldCertificate.Builder().build().privateKeyPkcs8Pem());
        assertFault(
                file, "The CA certificates cannot be read: ca.pem is not a file of X.509 certificates in PEM form.");
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertFault(folder.resolve("ca.pem"), "The CA certificates cannot be read: ca.pem does not exist.");
    }

    @Test
    void namesAFolderInPlaceOfAFile() throws IOException {
        Path file = Files.createDirectory(folder.resolve("ca.pem"));
        assertFault(file, "The CA certificates cannot be read: ca.pem is no readable file.");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("ca.pem"), content);
    }

    private static void assertFault(Path file, String message) {
        assertThatThrownBy(() -> CaCertificates.read(file))
                .isInstanceOf(Fault.class)
                .hasMessage(message)
                .hasNoCause()
                .extracting(fault -> ((Fault) fault).remedy())
                .isEqualTo(REMEDY);
    }
}

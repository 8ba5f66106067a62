package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.http.SharedTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadStartTest {

    private static final String NAME = "messagemedia-head-start";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "domain: acme.eu.auth0.com, true",
                "domain: \"acme.eu.auth0.com\", true",
                "tenant: {domain: 'login.acme.example'}, true",
                "domain: ${env.AUTH0_DOMAIN}, true",
                "domain: sandbox, false",
                "domain: 'sandbox/blue', false",
                "domain: http://127.0.0.1:8642, false",
                "tenant:, false",
                "domain: sandbox | domain: acme.eu.auth0.com, true",
            })
    void tlsIsLoadedForATenantThatIsNotOnThisMachine(String text, boolean remote) {
        assertThat(HeadStart.isRemote(text.replace(" | ", "\n"))).isEqualTo(remote);
    }

    @Test
    void aFileThatCannotBeReadIsTheGoalsToReport() {
        Path missing = folder.resolve("missing.yaml");
        HeadStart.forTenant(Optional.of(missing), new SharedTrust()).close();
        assertThat(threads()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.pem", "messagemedia-auth0.yaml", "${env.FILE}", "/dev/zero", "a\\0b"})
    void aFileOfAuthoritiesThatCannotBeReadIsTheGoalsToReport(String name) throws IOException {
        String text = "tenant: {domain: acme.eu.auth0.com, caCertificates: " + name.replace("\\0", "\0") + "}";
        Path file = Files.writeString(folder.resolve("messagemedia-auth0.yaml"), text);
        assertThat(HeadStart.authorities(file, text)).isEmpty();
        HeadStart.forTenant(Optional.of(file), new SharedTrust()).close();
        assertThat(threads()).isZero();
    }

    @Test
    void theAuthoritiesOfTheDescriptorsFileAreRead() throws IOException {
        HeldCertificate own =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        Files.writeString(folder.resolve("ca.pem"), own.certificatePem());
        Path file = folder.resolve("messagemedia-auth0.yaml");
        assertThat(HeadStart.authorities(file, "tenant:\n  caCertificates: \"ca.pem\"\n"))
                .containsExactly(own.certificate());
        assertThat(HeadStart.authorities(file, "tenant: {domain: acme.eu.auth0.com}"))
                .isEmpty();
    }

    @Test
    void nothingIsLoadedWithoutADescriptor() {
        HeadStart reading = HeadStart.forReading(Optional.empty());
        HeadStart tenant = HeadStart.forTenant(Optional.empty(), new SharedTrust());
        assertThat(threads()).isZero();
        reading.close();
        tenant.close();
    }

    @Test
    void theThreadsRunSideBySideAndEndBeforeTheGoal() {
        CountDownLatch goalIsClosing = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        Runnable loading = () -> {
            await(goalIsClosing);
            done.incrementAndGet();
        };
        HeadStart ahead = HeadStart.start(loading, loading);
        assertThat(threads()).isEqualTo(2);
        goalIsClosing.countDown();
        ahead.close();
        assertThat(done).hasValue(2);
        assertThat(threads()).isZero();
    }

    @Test
    void whatItCannotLoadFailsInTheGoalAlone() {
        AtomicInteger other = new AtomicInteger();
        HeadStart.start(
                        () -> {
                            throw new NoClassDefFoundError("schema");
                        },
                        other::incrementAndGet)
                .close();
        assertThat(other).hasValue(1);
        assertThat(threads()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(NAME))
                .count();
    }
}

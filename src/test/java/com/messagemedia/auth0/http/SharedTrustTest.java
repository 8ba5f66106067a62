package com.messagemedia.auth0.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** The clients of one run share what they trust, and nothing else. */
class SharedTrustTest {

    private static final URI ACME = URI.create("https://acme.eu.auth0.com/");
    private static final URI BRIO = URI.create("https://brio.eu.auth0.com/");

    private final SharedTrust run = new SharedTrust();

    private OkHttpClient client(URI server, List<X509Certificate> authorities) {
        return HttpClients.create(
                new HttpSettings("test/1", Duration.ofSeconds(30), Optional.empty(), authorities), server, run);
    }

    private static List<X509Certificate> authority() {
        return List.of(
                new HeldCertificate.Builder().certificateAuthority(0).build().certificate());
    }

    @Test
    void tlsIsSetUpOnceForTheSameAuthorities() {
        List<X509Certificate> own = authority();
        assertThat(client(ACME, List.of()).sslSocketFactory())
                .isSameAs(client(BRIO, List.of()).sslSocketFactory());
        assertThat(client(ACME, own).sslSocketFactory())
                .isSameAs(client(BRIO, List.copyOf(own)).sslSocketFactory());
    }

    /** An authority that one tenant's descriptor names is not trusted for another tenant. */
    @Test
    void anAuthorityCountsOnlyWhereItIsNamed() {
        List<X509Certificate> own = authority();
        assertThat(client(ACME, own).x509TrustManager().getAcceptedIssuers()).contains(own.get(0));
        assertThat(client(BRIO, List.of()).x509TrustManager().getAcceptedIssuers())
                .doesNotContain(own.get(0));
        assertThat(client(BRIO, authority()).x509TrustManager().getAcceptedIssuers())
                .doesNotContain(own.get(0));
    }

    @Test
    void eachClientHasItsOwnConnectionsAndThreads() {
        OkHttpClient one = client(ACME, List.of());
        OkHttpClient other = client(BRIO, List.of());
        assertThat(one.connectionPool()).isNotSameAs(other.connectionPool());
        assertThat(one.dispatcher()).isNotSameAs(other.dispatcher());
        // A client that began with another one's interceptors would have each of them twice.
        assertThat(one.interceptors()).hasSize(3);
        assertThat(other.interceptors()).hasSize(3);
        assertThat(other.networkInterceptors()).hasSize(1);
    }

    @Test
    void plainHttpReadsNoAuthority() {
        assertThat(client(URI.create("http://127.0.0.1:8642/"), List.of()).x509TrustManager())
                .isNull();
    }
}

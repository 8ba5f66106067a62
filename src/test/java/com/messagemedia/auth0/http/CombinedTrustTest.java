package com.messagemedia.auth0.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.Socket;
import java.security.KeyStoreException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CombinedTrustTest {

    private static final HeldCertificate COMPANY = authority("company");
    private static final HeldCertificate PUBLIC = authority("public");

    private final AtomicInteger readings = new AtomicInteger();
    private final CombinedTrust trust = new CombinedTrust(trusting(COMPANY), () -> {
        readings.incrementAndGet();
        return trusting(PUBLIC);
    });

    private static HeldCertificate authority(String name) {
        return new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName(name)
                .build();
    }

    private static X509ExtendedTrustManager trusting(HeldCertificate authority) {
        return (X509ExtendedTrustManager) new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build()
                .trustManager();
    }

    private static X509Certificate[] chain(HeldCertificate authority) {
        HeldCertificate server = new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName("tenant.example")
                .build();
        return new X509Certificate[] {server.certificate(), authority.certificate()};
    }

    /** Each way in which Java asks about a server. */
    private enum Question {
        BARE {
            @Override
            void ask(CombinedTrust trust, X509Certificate... chain) throws CertificateException {
                trust.checkServerTrusted(chain, "RSA");
            }
        },
        FOR_A_SOCKET {
            @Override
            void ask(CombinedTrust trust, X509Certificate... chain) throws CertificateException {
                trust.checkServerTrusted(chain, "RSA", (Socket) null);
            }
        },
        FOR_AN_ENGINE {
            @Override
            void ask(CombinedTrust trust, X509Certificate... chain) throws CertificateException {
                trust.checkServerTrusted(chain, "RSA", (SSLEngine) null);
            }
        };

        abstract void ask(CombinedTrust trust, X509Certificate... chain) throws CertificateException;
    }

    static Stream<Question> questions() {
        return Stream.of(Question.values());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theOwnAuthoritiesSuffice(Question question) {
        assertThatCode(() -> question.ask(trust, chain(COMPANY))).doesNotThrowAnyException();
        assertThat(readings).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theOthersAreReadOnce(Question question) {
        assertThatCode(() -> question.ask(trust, chain(PUBLIC))).doesNotThrowAnyException();
        assertThatCode(() -> question.ask(trust, chain(PUBLIC))).doesNotThrowAnyException();
        assertThat(readings).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void nobodyElseIsTrusted(Question question) {
        assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() -> question.ask(trust, chain(authority("stranger"))));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aRefusalStandsIfTheOthersCannotBeRead(Question question) {
        CombinedTrust broken = new CombinedTrust(trusting(COMPANY), () -> {
            throw new KeyStoreException("damaged");
        });
        assertThatCode(() -> question.ask(broken, chain(COMPANY))).doesNotThrowAnyException();
        CertificateException refusal =
                catchThrowableOfType(CertificateException.class, () -> question.ask(broken, chain(PUBLIC)));
        assertThat(refusal).hasSuppressedException(new KeyStoreException("damaged"));
    }

    /** Not that the authority is unknown, which is what the others say. */
    @ParameterizedTest
    @MethodSource("questions")
    void whoKnowsTheAuthoritySaysWhatIsWrong(Question question) {
        HeldCertificate expired = new HeldCertificate.Builder()
                .signedBy(COMPANY)
                .validityInterval(0, 1_000)
                .build();
        assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() -> question.ask(trust, expired.certificate(), COMPANY.certificate()))
                .withRootCauseInstanceOf(CertificateExpiredException.class);
        HeldCertificate expiredElsewhere = new HeldCertificate.Builder()
                .signedBy(PUBLIC)
                .validityInterval(0, 1_000)
                .build();
        assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() -> question.ask(trust, expiredElsewhere.certificate(), PUBLIC.certificate()))
                .withRootCauseInstanceOf(CertificateExpiredException.class);
    }

    @Test
    void noClientIsTrusted() {
        assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() -> trust.checkClientTrusted(chain(COMPANY), "RSA"));
        assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() -> trust.checkClientTrusted(chain(COMPANY), "RSA", (Socket) null));
        assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() -> trust.checkClientTrusted(chain(COMPANY), "RSA", (SSLEngine) null));
    }
}

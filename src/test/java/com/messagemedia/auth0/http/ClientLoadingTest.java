package com.messagemedia.auth0.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClientLoadingTest {

    private static final List<X509Certificate> OWN = List.of(
            new HeldCertificate.Builder().certificateAuthority(0).build().certificate());

    static Stream<Arguments> clients() {
        return Stream.of(Arguments.of("http", List.of()), Arguments.of("https", List.of()), Arguments.of("https", OWN));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void nothingIsSent(String scheme, List<X509Certificate> authorities) throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.configureBlocking(false);
            int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            URI address = URI.create(scheme + "://127.0.0.1:" + port + "/");
            SharedTrust trust = new SharedTrust();
            assertThatCode(() -> ClientLoading.rehearse(address, authorities, trust))
                    .doesNotThrowAnyException();
            assertThat(server.accept()).as("a connection").isNull();
        }
    }
}

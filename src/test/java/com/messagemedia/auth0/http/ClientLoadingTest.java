package com.messagemedia.auth0.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientLoadingTest {

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void nothingIsSent(String scheme) throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.configureBlocking(false);
            int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            URI address = URI.create(scheme + "://127.0.0.1:" + port + "/");
            SharedTrust trust = new SharedTrust();
            assertThatCode(() -> ClientLoading.rehearse(address, trust)).doesNotThrowAnyException();
            assertThat(server.accept()).as("a connection").isNull();
        }
    }
}

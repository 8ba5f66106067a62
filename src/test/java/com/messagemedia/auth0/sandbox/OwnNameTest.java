package com.messagemedia.auth0.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name on the web that leads to 127.0.0.1 makes a browser's page no user of the sandbox. */
class OwnNameTest {

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    /** The whole answer to a read with the published token; the JDK's client would not send another Host. */
    private String read(String version, String host) throws IOException {
        String request = "GET " + Caller.SMS + " HTTP/" + version + "\r\n" + host + "Authorization: Bearer "
                + SandboxCredentials.TOKEN + "\r\nConnection: close\r\n\r\n";
        int port = sandbox.address().url().getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8642", "localhost", "LOCALHOST:1", "127.0.0.2", "[::1]:8642"})
    void answersToThisMachine(String host) throws IOException {
        assertThat(read("1.1", "Host: " + host + "\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "127.0.0.1.evil.example:8642", "localhost.evil.example", "127.0.0.1@evil", "a b"
            })
    void tellsAnotherNameNothing(String host) throws IOException {
        assertThat(read("1.1", "Host: " + host + "\r\n"))
                .startsWith("HTTP/1.1 421 ")
                .endsWith("{\"statusCode\":421,\"error\":\"Misdirected Request\",\"message\":\"The sandbox"
                        + " answers only requests to 127.0.0.1 and localhost.\"}");
    }

    @Test
    void answersToTheOldestClientsThatNameNoHost() throws IOException {
        assertThat(read("1.0", "")).startsWith("HTTP/1.1 200 ");
    }
}

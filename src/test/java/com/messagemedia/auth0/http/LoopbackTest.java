package com.messagemedia.auth0.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8642/", "https://localhost/", "http://127.8.9.10/", "http://[::1]:80/"})
    void holdsThisMachine(String address) {
        assertThat(Loopback.holds(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1.example/",
                "http://localhost.example/",
                "http://128.0.0.1/",
                "https://acme.eu.auth0.com/",
                "http://10.0.0.1/",
                "mailto:localhost",
            })
    void holdsNothingElse(String address) {
        assertThat(Loopback.holds(URI.create(address))).isFalse();
    }
}

package com.messagemedia.auth0.delivery.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the address of a gateway says of its host, its path and its safety. */
class GatewayHostsTest {

    @ParameterizedTest
    @CsvSource({
        "https://auth0-api.messagemedia.com/messages, auth0-api.messagemedia.com",
        "https://AUTH0-api.MessageMedia.com, auth0-api.messagemedia.com",
        "http://127.0.0.1:8080/messages, 127.0.0.1"
    })
    void hostIsReadInLowerCase(String url, String host) {
        assertThat(GatewayHosts.host(url)).contains(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "messages", "https:///messages", "https://a@sms.acme.example/m", "not a URL"})
    void noHostIsReadWhereAnotherReaderMayFindAnotherOne(String url) {
        assertThat(GatewayHosts.host(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "auth0-api.messagemedia.com, true",
        "auth0.workflows-prd.syd.mmd.zone, true",
        "messagemedia.com, false",
        "auth0-api.messagemedia.com.acme.example, false"
    })
    void twoHostsAreMessageMedias(String host, boolean known) {
        assertThat(GatewayHosts.isKnown(host)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "https://auth0-api.messagemedia.com/messages, false",
        "https://auth0-api.messagemedia.com:443/messages, false",
        "https://auth0-api.messagemedia.com:8443/messages, true",
        "https://auth0-api.messagemedia.com/, true",
        "https://auth0-api.messagemedia.com/messages/, true",
        "https://auth0-api.messagemedia.com/messages?a=1, true",
        "https://auth0-api.messagemedia.com/messages#a, true",
        "https://sms.acme.example/elsewhere, false",
        "not a URL, false"
    })
    void messageMediasHostTakesMessagesAtOnePathAlone(String url, boolean astray) {
        assertThat(GatewayHosts.isAstray(url)).isEqualTo(astray);
    }

    @ParameterizedTest
    @CsvSource({
        "https://sms.acme.example/m, true",
        "HTTPS://sms.acme.example/m, true",
        "http://sms.acme.example/m, false",
        "http://localhost:8080/m, true",
        "HTTP://127.0.0.1/m, true",
        "ftp://127.0.0.1/m, false",
        "sms.acme.example, false"
    })
    void credentialsTravelInClearOnLoopbackAlone(String url, boolean secure) {
        assertThat(GatewayHosts.isSecure(url)).isEqualTo(secure);
    }
}

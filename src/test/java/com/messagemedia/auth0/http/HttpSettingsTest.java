package com.messagemedia.auth0.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {

    @ParameterizedTest
    @CsvSource({"0", "-5"})
    void refusesATimeoutThatIsNotPositive(long seconds) {
        assertThatThrownBy(() -> new HttpSettings("test/1", Duration.ofSeconds(seconds), Optional.empty(), List.of()))
                .isInstanceOf(Fault.class)
                .hasMessage("The timeout is " + seconds + " seconds, where a positive number was expected.")
                .extracting(fault -> ((Fault) fault).remedy())
                .isEqualTo("Set -Dmessagemedia.timeout to the seconds that one request may take, such as 30.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\r\nX-Evil: 1", "a\nb", "grün", "tab\t", " padded"})
    void refusesAUserAgentThatNoHeaderCanCarry(String userAgent) {
        assertThatThrownBy(() -> new HttpSettings(userAgent, Duration.ofSeconds(1), Optional.empty(), List.of()))
                .isInstanceOf(Fault.class)
                .hasMessage("The user agent contains a character that an HTTP header cannot contain.");
    }

    @ParameterizedTest
    @CsvSource({"'',8080", "proxy.example,0", "proxy.example,65536", "proxy.example,-1"})
    void refusesAProxyWithoutHostOrPort(String host, int port) {
        assertThatThrownBy(() -> new ProxySettings(host, port, Optional.empty(), Optional.empty()))
                .isInstanceOf(Fault.class)
                .hasMessage("The proxy needs a host name and a port from 1 to 65535.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a\nb"})
    void refusesAProxyUserThatBasicCannotCarry(String user) {
        assertThatThrownBy(() -> new ProxySettings("proxy.example", 80, Optional.of(user), Optional.empty()))
                .isInstanceOf(Fault.class)
                .hasMessage("The proxy's user name contains a colon or a control character, which Basic"
                        + " authentication does not allow.");
    }

    @Test
    void showsNoPassword() {
        var proxy = new ProxySettings("proxy.example", 80, Optional.of("u"), Optional.of(new Secret("hunter2hunter2")));
        assertThat(new HttpSettings("test/1", Duration.ofSeconds(1), Optional.of(proxy), List.of()).toString())
                .doesNotContain("hunter2");
    }
}

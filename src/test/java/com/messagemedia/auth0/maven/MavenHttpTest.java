package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.ProxySettings;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.TenantAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MavenHttpTest {

    private static final TenantAddress REMOTE =
            TenantAddress.parse("acme.eu.auth0.com").orElseThrow();

    @TempDir
    Path folder;

    private Build build;

    @BeforeEach
    void startTheBuild() {
        build = new Build(folder);
    }

    private HttpSettings settings(TenantAddress address, int timeout) {
        return MavenHttp.settings(build.maven(), "messagemedia-maven-plugin/1.0", address, timeout);
    }

    private void proxy(Proxy proxy, String nonProxyHosts) {
        build.repositories().setProxySelector(new DefaultProxySelector().add(proxy, nonProxyHosts));
    }

    @Test
    void saysWhoAsksAndHowLongItWaits() {
        HttpSettings settings = settings(REMOTE, 7);
        assertThat(settings.userAgent()).isEqualTo("messagemedia-maven-plugin/1.0");
        assertThat(settings.callTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.extraAuthorities()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void refusesATimeoutThatIsNoTime(int timeout) {
        Fault fault = catchThrowableOfType(Fault.class, () -> settings(REMOTE, timeout));
        assertThat(fault).hasMessage("The timeout is " + timeout + " seconds, where a positive number was expected.");
    }

    @Test
    void takesNoProxyWhereTheSessionHasNone() {
        assertThat(settings(REMOTE, 7).proxy()).isEmpty();
        build.repositories().setProxySelector(null);
        assertThat(settings(REMOTE, 7).proxy()).isEmpty();
    }

    @Test
    void takesTheSessionsProxyWithItsLogin() {
        Authentication login = new AuthenticationBuilder()
                .addUsername("proxy-user")
                .addPassword("server-password-0001")
                .build();
        proxy(new Proxy(Proxy.TYPE_HTTP, "proxy.acme.example", 3128, login), null);
        ProxySettings proxy = settings(REMOTE, 7).proxy().orElseThrow();
        assertThat(proxy.host()).isEqualTo("proxy.acme.example");
        assertThat(proxy.port()).isEqualTo(3128);
        assertThat(proxy.user()).contains("proxy-user");
        assertThat(proxy.password().orElseThrow().reveal()).isEqualTo("server-password-0001");
        assertThat(proxy.toString()).doesNotContain("server-password-0001");
    }

    @Test
    void refusesALoginOfTheProxyThatJavaCouldNotRead() {
        Authentication login = new AuthenticationBuilder()
                .addUsername("proxy-user")
                .addPassword("server-password-\uFFFD")
                .build();
        proxy(new Proxy(Proxy.TYPE_HTTP, "proxy.acme.example", 3128, login), null);
        Fault fault = catchThrowableOfType(Fault.class, () -> settings(REMOTE, 7));
        assertThat(fault)
                .hasMessage(
                        "The login of the active proxy in settings.xml holds a character that Java could not read in"
                                + " the locale of this build.");
        assertThat(fault.remedy()).isEqualTo("Run Maven in a UTF-8 locale, such as LC_ALL=C.UTF-8.");
    }

    @Test
    void takesAProxyWithoutALogin() {
        proxy(new Proxy(Proxy.TYPE_HTTP, "proxy.acme.example", 3128), null);
        ProxySettings proxy = settings(REMOTE, 7).proxy().orElseThrow();
        assertThat(proxy.user()).isEmpty();
        assertThat(proxy.password()).isEmpty();
    }

    @Test
    void asksNoProxyForHostsThatAreExempt() {
        proxy(new Proxy(Proxy.TYPE_HTTP, "proxy.acme.example", 3128), "*.auth0.com|localhost");
        assertThat(settings(REMOTE, 7).proxy()).isEmpty();
        assertThat(settings(TenantAddress.parse("login.acme.example").orElseThrow(), 7)
                        .proxy())
                .isPresent();
    }

    @Test
    void asksNoProxyOnLoopback() {
        proxy(new Proxy(Proxy.TYPE_HTTP, "proxy.acme.example", 3128), null);
        assertThat(settings(TenantAddress.parse("http://127.0.0.1:8642").orElseThrow(), 7)
                        .proxy())
                .isEmpty();
    }
}

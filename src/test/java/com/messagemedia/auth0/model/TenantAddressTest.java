package com.messagemedia.auth0.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantAddressTest {

    @ParameterizedTest
    @CsvSource({
        "acme.auth0.com,         acme.auth0.com,        https://acme.auth0.com/",
        "acme.eu.auth0.com,      acme.eu.auth0.com,     https://acme.eu.auth0.com/",
        "Acme.EU.Auth0.com,      acme.eu.auth0.com,     https://acme.eu.auth0.com/",
        "login.acme.example,     login.acme.example,    https://login.acme.example/",
        "xn--bcher-kva.example,  xn--bcher-kva.example, https://xn--bcher-kva.example/",
        "http://127.0.0.1:8642,  http://127.0.0.1:8642, http://127.0.0.1:8642/",
        "http://127.0.0.1:8642/, http://127.0.0.1:8642, http://127.0.0.1:8642/",
        "http://127.0.0.1:8642/prod-eu, http://127.0.0.1:8642/prod-eu, http://127.0.0.1:8642/prod-eu/",
        "http://localhost:8642/DEV/, http://localhost:8642/dev, http://localhost:8642/dev/",
        "HTTP://LOCALHOST:80,    http://localhost:80,   http://localhost:80/",
        "http://localhost:65535, http://localhost:65535, http://localhost:65535/"
    })
    void acceptsHostNamesAndLoopback(String text, String domain, String url) {
        TenantAddress address = TenantAddress.parse(text).orElseThrow();
        assertThat(address.domain()).isEqualTo(domain);
        assertThat(address.url()).hasToString(url);
        assertThat(address.managementApi()).isEqualTo(url + "api/v2/");
        assertThat(address).hasToString(domain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "acme",
                "sandbox",
                "localhost",
                "localhost:8642",
                "127.0.0.1",
                "10.0.0.1",
                "acme.auth0.com.",
                ".acme.auth0.com",
                "acme..auth0.com",
                "-acme.auth0.com",
                "acme-.auth0.com",
                "ac_me.auth0.com",
                "acme.auth0.com ",
                "acme.auth0.com\n",
                "acme.auth0.com/",
                "acme.auth0.com/api",
                "acme.auth0.com:443",
                "acme.auth0.com?x",
                "acme.auth0.com#x",
                "acme.auth0.com\\.evil.example",
                "acme.auth0.com@evil.example",
                "evil.example/acme.auth0.com",
                "https://acme.auth0.com",
                "http://acme.auth0.com",
                "http://acme.auth0.com:80",
                "http://127.0.0.1",
                "http://127.0.0.1:0",
                "http://127.0.0.1:65536",
                "http://127.0.0.1:99999999999",
                "http://127.0.0.1:80/prod/eu",
                "http://127.0.0.1:80/prod_eu",
                "http://127.0.0.1:80//prod",
                "http://127.0.0.1:80/-prod",
                "http://127.0.0.1:80/prod?x",
                "http://127.0.0.1:80/..",
                "http://127.0.0.1:80/api",
                "http://127.0.0.1:80/sandbox",
                "http://127.0.0.1:65536/prod",
                "sandbox/prod",
                "http://127.0.0.1:80@evil.example",
                "http://user@127.0.0.1:80",
                "http://127.0.0.1.evil.example:80",
                "http://localhost.evil.example:80",
                "https://127.0.0.1:80",
                "http://[::1]:80",
                "http://0.0.0.0:80",
                "bücher.example",
                "ａcme.auth0.com",
                "acme.auth0。com"
            })
    void refusesEverythingElse(String text) {
        assertThat(TenantAddress.parse(text)).isEmpty();
    }

    @Test
    void refusesANameThatIsTooLong() {
        String label = "a".repeat(63);
        assertThat(TenantAddress.parse(label + ".auth0.com")).isPresent();
        assertThat(TenantAddress.parse("a" + label + ".auth0.com")).isEmpty();
        String longest = (label + ".").repeat(3) + "a".repeat(57) + ".com";
        assertThat(longest).hasSize(253);
        assertThat(TenantAddress.parse(longest)).isPresent();
        assertThat(TenantAddress.parse("a" + longest)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "acme.auth0.com,                true",
        "ACME.AUTH0.COM,                true",
        "acme.eu.auth0.com,             true",
        "acme.auth0app.com,             true",
        "pinned.example,                true",
        "http://127.0.0.1:8642,         true",
        "http://localhost:8642,         true",
        "auth0.com,                     false",
        "evilauth0.com,                 false",
        "evil-auth0.com,                false",
        "acme.evilauth0app.com,         false",
        "auth0.com.evil.example,        false",
        "acme.auth0.com.evil.example,   false",
        "acme.auth0.co,                 false",
        "sub.pinned.example,            false",
        "acme.example,                  false"
    })
    void trustsAuth0LoopbackAndPinnedHosts(String domain, boolean trusted) {
        TenantAddress address = TenantAddress.parse(domain).orElseThrow();
        assertThat(address.isTrusted(Set.of("pinned.example"))).isEqualTo(trusted);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.eu.auth0.com,      true",
        "login.acme.example,     true",
        "http://127.0.0.1:8642,  true",
        "evil.eu.auth0.com,      false",
        "acme.auth0app.com,      false",
        "login.evil.example,     false"
    })
    void strangersAtAuth0AreNotTrustedOnceATenantThereIsPinned(String domain, boolean trusted) {
        TenantAddress address = TenantAddress.parse(domain).orElseThrow();
        assertThat(address.isTrusted(Set.of("acme.eu.auth0.com", "login.acme.example")))
                .isEqualTo(trusted);
    }

    @Test
    void onlyPlainHttpIsLoopback() {
        assertThat(TenantAddress.parse("http://127.0.0.1:1").orElseThrow().isLoopback())
                .isTrue();
        assertThat(TenantAddress.parse("acme.auth0.com").orElseThrow().isLoopback())
                .isFalse();
    }
}

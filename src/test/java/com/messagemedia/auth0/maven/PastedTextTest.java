package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.eu.auth0.com",
                "ACME.eu.Auth0.com",
                " acme.eu.auth0.com\t",
                "\u00A0acme.eu.auth0.com\u200B",
                "\"acme.eu.auth0.com\"",
                "acme.eu.auth0.com/",
                "acme.eu.auth0.com.",
                "https://acme.eu.auth0.com",
                "HTTPS://acme.eu.auth0.com/",
                "http://acme.eu.auth0.com/",
                "https://acme.eu.auth0.com:443/",
                "https://acme.eu.auth0.com/api/v2/",
                "https://acme.eu.auth0.com/login?state=a#b",
                "https://acme.eu.auth0.com?x"
            })
    void theDomainIsTakenFromWhatABrowserShows(String text) {
        assertThat(PastedText.domain(text)).isEqualTo("acme.eu.auth0.com");
        assertThat(PastedText.isDomain(PastedText.domain(text))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Sandbox, sandbox",
        "http://127.0.0.1:8642/sandbox/inbox, http://127.0.0.1:8642",
        "HTTP://LOCALHOST:8642, http://localhost:8642"
    })
    void theSandboxKeepsItsAddress(String text, String domain) {
        assertThat(PastedText.domain(text)).isEqualTo(domain);
        assertThat(PastedText.isDomain(domain)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme",
                "https://manage.auth0.com/dashboard/eu/acme/",
                "manage.auth0.com",
                "https://acme.eu.auth0.com/: [evil]",
                "https://me:pw@acme.eu.auth0.com/",
                "https://acme.eu.auth0.com:8443/",
                "acme.eu.auth0.com acme.us.auth0.com"
            })
    void anythingElseIsNoDomain(String text) {
        assertThat(PastedText.isDomain(PastedText.domain(text))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "gateway, gateway",
        "Gateway, gateway",
        "'Phone Provider', phoneProvider",
        "phone-provider, phoneProvider",
        "phone_provider, phoneProvider",
        "sms, sms"
    })
    void theDeliveryIsTakenInAnyCapitals(String text, String delivery) {
        assertThat(PastedText.delivery(text)).isEqualTo(delivery);
    }

    @ParameterizedTest
    @CsvSource({"+61 491 570 156, +61491570156", "' Acme ', Acme", "'\"Acme\"', Acme", "0412 345 678, 0412 345 678"})
    void theSenderIsANumberOrStaysAsItIs(String text, String sender) {
        assertThat(PastedText.sender(text)).isEqualTo(sender);
    }

    @ParameterizedTest
    @CsvSource({"y, yes", "YES, yes", "true, yes", "n, no", "No, no", "false, no", "maybe, maybe"})
    void yesAndNoHaveManyForms(String text, String answer) {
        assertThat(PastedText.yesOrNo(text)).isEqualTo(answer);
    }
}

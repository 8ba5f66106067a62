package com.messagemedia.auth0.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxDomainTest {

    @ParameterizedTest
    @CsvSource({
        "sandbox,         /",
        "sandbox/dev,     /dev/",
        "sandbox/prod-eu, /prod-eu/",
        "sandbox/1,       /1/",
        "sandbox/v2,      /v2/"
    })
    void tenantHasItsNameAndItsPath(String domain, String path) {
        SandboxDomain tenant = SandboxDomain.parse(domain).orElseThrow();
        assertThat(tenant).hasToString(domain);
        assertThat(tenant.path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sandbox",
                "sandbox/",
                "sandbox/Dev",
                "sandbox/a_b",
                "sandbox/a.b",
                "sandbox/-a",
                "sandbox/a/b",
                "sandbox/..",
                "sandbox/a b",
                "sandbox/api",
                "sandbox/messages",
                "sandbox/oauth",
                "sandbox/passwordless",
                "sandbox/sandbox",
                "sandbox/ui",
                "sandbox/v1",
                "acme.auth0.com"
            })
    void refusesEverythingElse(String domain) {
        assertThat(SandboxDomain.parse(domain)).isEmpty();
    }

    @Test
    void nameHasAtMost64Characters() {
        assertThat(SandboxDomain.isName("a".repeat(64))).isTrue();
        assertThat(SandboxDomain.isName("a".repeat(65))).isFalse();
        assertThatThrownBy(() -> SandboxDomain.of("A")).isInstanceOf(IllegalArgumentException.class);
    }
}

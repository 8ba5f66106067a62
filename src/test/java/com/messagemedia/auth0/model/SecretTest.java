package com.messagemedia.auth0.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void tellsItsValueOnlyWhenAsked() {
        Secret secret = new Secret("p4ssword");
        assertThat(secret).hasToString("(secret)").isNotInstanceOf(Serializable.class);
        assertThat(secret.reveal()).isEqualTo("p4ssword");
    }

    @Test
    void isEqualByItsValue() {
        assertThat(new Secret("p4ssword"))
                .isEqualTo(new Secret("p4ssword"))
                .hasSameHashCodeAs(new Secret("p4ssword"))
                .isNotEqualTo(new Secret("other"))
                .isNotEqualTo("p4ssword");
    }

    @Test
    void cannotBeEmpty() {
        assertThatThrownBy(() -> new Secret(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a secret cannot be empty");
    }
}

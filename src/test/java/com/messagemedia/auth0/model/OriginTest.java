package com.messagemedia.auth0.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OriginTest {

    @Test
    void readsAsEditorsExpectIt() {
        assertThat(new Origin("messagemedia-auth0.yaml", 12, 9)).hasToString("messagemedia-auth0.yaml:12:9");
    }

    @Test
    void hasNoLineForAWholeFile() {
        assertThat(Origin.wholeFile("messagemedia-auth0.yaml")).hasToString("messagemedia-auth0.yaml");
    }
}

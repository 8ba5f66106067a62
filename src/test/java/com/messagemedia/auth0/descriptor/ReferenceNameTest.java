package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.descriptor.ReferenceResolver.ResolvedReference;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env.AWS_SECRET_ACCESS_KEY",
                "env.GITHUB_TOKEN",
                "env.MYSQL_ROOT_PASSWORD",
                "env.DB_PASS",
                "env.DB_PWD",
                "env.PGPASSWORD",
                "env.APIKEY",
                "env.SSH_KEYS",
                "env.npm_config__authToken",
                "env.MAVEN_GPG_PASSPHRASE",
                "env.GOOGLE_APPLICATION_CREDENTIALS",
                "db.passwd",
                "aws.secretKey",
                "signing.keyId"
            })
    void sayThatTheyHoldACredential(String name) {
        assertThat(new ReferenceName(name).saysCredential()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env.SMS_TEXT",
                "env.SENDER",
                "env.AUTH0_DOMAIN",
                "env.KEYWORD",
                "env.KEYBOARD_LAYOUT",
                "env.PWD",
                "env.PASSENGER_NAME",
                "env.COMPASS",
                "project.properties.apiKey",
                "file:secret-text.txt",
                "sms.text",
                ""
            })
    void sayNothingOfACredential(String name) {
        assertThat(new ReferenceName(name).saysCredential()).isFalse();
    }

    @Test
    void isWrittenAsInTheDescriptor() {
        assertThat(new ReferenceName("env.A")).hasToString("${env.A}");
    }

    @Test
    void valueIsNotInTheTextOfWhatItCameTo() {
        assertThat(new ResolvedReference(
                        new ReferenceName("env.A"), Optional.of("hunter2"), Optional.empty(), Optional.empty()))
                .hasToString("reference ${env.A}");
    }
}

package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"com.acme:sms-config:1.4.2", "com.acme:login:1.4.2-SNAPSHOT:messagemedia-auth0"})
    void readsOneRelease(String text) {
        assertThat(Coordinates.parse(" " + text + " ")).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme:sms-config",
                "com.acme:sms-config:LATEST",
                "com.acme:sms-config:release",
                "com.acme:sms-config:[1,2)",
                "com.acme:sms-config:[1.0]",
                "com.acme:sms-config:(,1.0]",
                "com.acme:sms-config:1.+",
                "com.acme::1.0",
                "com.acme:sms-config:1.0:",
                "a:b:1:c:d",
                "com/acme:sms-config:1.0"
            })
    void refusesWhatDoesNotNameOneRelease(String text) {
        Fault fault = catchThrowableOfType(Fault.class, () -> Coordinates.parse(text));
        assertThat(fault)
                .hasMessage("messagemedia.artifact is \"" + text + "\", which does not name one released descriptor.");
        assertThat(fault.remedy())
                .isEqualTo(
                        "Write groupId:artifactId:version, or groupId:artifactId:version:classifier for an attached one,"
                                + " such as com.acme:sms-config:1.4.2.");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, false",
        "1.0-SNAPSHOT, true",
        "1.0-20261124.065500-3, true",
        "20261124.065500-3, true",
        "2.1.SNAPSHOT, true",
        "SNAPSHOT, true",
        "1.0-snapshot, true",
        "1.0SNAPSHOT, true",
        "1.0-SNAPSHOT-1, false",
        "1.0-rc-1, false"
    })
    void knowsASnapshot(String version, boolean snapshot) {
        assertThat(Coordinates.parse("a:b:" + version).isSnapshot()).isEqualTo(snapshot);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0, 1.0, true",
        "1.0-SNAPSHOT, 1.0-SNAPSHOT, 1.0-SNAPSHOT, true",
        "1.0-SNAPSHOT, 1.0-20261124.065500-3, 1.0-SNAPSHOT, true",
        "1.0-SNAPSHOT, 1.1-20261124.065500-3, 1.1-SNAPSHOT, false",
        "1.0, 1.1, 1.1, false",
        "1.0, 1.0-20261124.065500-3, 1.0, false",
        "1.0, 1.0.0, 1.0.0, false"
    })
    void takesTheVersionThatWasAskedForAlone(String asked, String found, String base, boolean taken) {
        assertThat(Coordinates.parse("a:b:" + asked).isAnsweredBy(found, base)).isEqualTo(taken);
    }

    @Test
    void theClassifierOfTheMainArtifactIsEmpty() {
        assertThat(Coordinates.parse("a:b:1").classifier()).isEmpty();
    }
}

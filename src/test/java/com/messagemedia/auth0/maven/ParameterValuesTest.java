package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values of a parameter stop a goal. */
class ParameterValuesTest extends CheckedBuildTest {

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "True", "false", "FALSE"})
    void aBooleanIsTrueOrFalseInAnyCapitals(String value) {
        build.property("messagemedia.skip", value);
        build.project().getProperties().setProperty("messagemedia.failOnWarnings", value);
        build.project().getBuild().addPlugin(ours("<configuration><dryRun>" + value + "</dryRun></configuration>"));
        accepted("apply");
    }

    @Test
    void aBooleanMayReferToAPropertyAndOneWithoutAValueLeavesTheDefault() {
        build.project().getProperties().setProperty("noSms", "true");
        build.project()
                .getBuild()
                .addPlugin(ours(
                        "<configuration><skip>${noSms}</skip><failOnWarnings>${messagemedia.failOnWarnings}</failOnWarnings>"
                                + "</configuration>"));
        accepted("apply");
    }

    @ParameterizedTest
    @CsvSource({"yes, 'is \"yes\"'", "1, 'is \"1\"'", "'', is empty", "'true ', 'is \"true \"'", "on, 'is \"on\"'"})
    void aBooleanThatIsNeitherIsAnErrorWhereverItStands(String value, String told) {
        String problem = " " + told + ", but it must be true or false.";
        build.property("messagemedia.skip", value);
        assertThat(refused("apply")).isEqualTo("-Dmessagemedia.skip" + USER + problem);
        build.maven().getUserProperties().clear();
        build.project().getProperties().setProperty("messagemedia.failOnWarnings", value);
        assertThat(refused("apply")).isEqualTo("messagemedia.failOnWarnings in the POM's properties" + problem);
        build.project().getProperties().clear();
        build.maven().getSystemProperties().setProperty("messagemedia.failOnWarnings", value);
        assertThat(refused("apply"))
                .isEqualTo("messagemedia.failOnWarnings in MAVEN_OPTS or .mvn/jvm.config" + problem);
    }

    @Test
    void aBooleanOfAnotherGoalIsAnErrorOnTheCommandLine() {
        build.property("messagemedia.dryRun", "yes");
        assertThat(refused("apply"))
                .isEqualTo("-Dmessagemedia.dryRun" + USER + " is \"yes\", but it must be true or false.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"artifact", "environment", "planFile", "approve", "onConflict"})
    void aParameterWithoutAValueIsAnError(String name) {
        build.property("messagemedia." + name, " ");
        assertThat(refused("apply"))
                .isEqualTo("-Dmessagemedia." + name + USER + " is empty. Give it a value, or leave it out.");
    }
}

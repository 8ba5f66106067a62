package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalCommandTest {

    @ParameterizedTest
    @CsvSource({
        "messagemedia:init, mvn messagemedia:plan",
        "messagemedia:init@first, mvn messagemedia:plan",
        "com.messagemedia:messagemedia-maven-plugin:1.0.0:init, mvn com.messagemedia:messagemedia-maven-plugin:1.0.0:plan",
        "com.messagemedia:messagemedia-maven-plugin:init, mvn com.messagemedia:messagemedia-maven-plugin:plan",
        "package, mvn messagemedia:plan"
    })
    void isCalledAsThisOneWas(String called, String command) {
        assertThat(new GoalCommand(List.of("clean", called), "init", Optional.empty()).to("plan"))
                .isEqualTo(command);
    }

    @ParameterizedTest
    @CsvSource({
        "config/sms.yaml, mvn messagemedia:plan -Dmessagemedia.file=config/sms.yaml",
        "my config/sms.yaml, mvn messagemedia:plan \"-Dmessagemedia.file=my config/sms.yaml\""
    })
    void namesTheDescriptorThatItWouldNotFind(String file, String command) {
        assertThat(new GoalCommand(List.of(), "init", Optional.empty()).to("plan", Path.of(file)))
                .isEqualTo(command);
    }

    @Test
    void namesTheFolderOfTheBuildWhereMavenWasCalledFromAnotherOne() {
        GoalCommand command =
                new GoalCommand(List.of("messagemedia:apply"), "apply", Optional.of(Path.of("/my work/login")));
        assertThat(command.to("rollback")).isEqualTo("mvn -f \"/my work/login\" messagemedia:rollback");
        assertThat(command.byPrefix().to("plan")).isEqualTo("mvn -f \"/my work/login\" messagemedia:plan");
        assertThat(command.inPlace().to("apply")).isEqualTo("mvn messagemedia:apply");
    }
}

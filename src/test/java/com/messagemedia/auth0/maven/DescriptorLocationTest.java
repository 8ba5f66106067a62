package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorLocationTest {

    @TempDir
    Path folder;

    private Build build;

    @BeforeEach
    void startTheBuild() {
        build = new Build(folder);
    }

    private Optional<Path> calledByName() {
        return new DescriptorLocation(build.maven(), build.execution(), folder.toFile()).find(Optional.empty());
    }

    private Optional<Path> bound() {
        return bound(Optional.empty());
    }

    private Optional<Path> bound(Optional<Path> given) {
        MojoExecution execution =
                new MojoExecution(build.execution().getMojoDescriptor(), "id", MojoExecution.Source.LIFECYCLE);
        return new DescriptorLocation(build.maven(), execution, folder.toFile()).find(given);
    }

    @Test
    void oneDescriptorAnywhereInTheReactorIsFound() {
        build.module("a");
        build.module("b");
        build.file("b/messagemedia-auth0.yaml", "");
        assertThat(calledByName()).contains(folder.resolve("b/messagemedia-auth0.yaml"));
        assertThat(bound()).isEmpty();
    }

    @Test
    void withoutAPomTheFoldersOwnIsFound() {
        build.project().setFile(null);
        assertThat(catchThrowableOfType(Fault.class, this::calledByName))
                .hasMessage("There is no messagemedia-auth0.yaml in " + folder + ".");
        build.descriptor("");
        assertThat(calledByName()).contains(folder.resolve("messagemedia-auth0.yaml"));
    }

    @Test
    void withoutAnyProjectTheFoldersOwnIsFound() {
        build.maven().setProjects(List.of());
        build.descriptor("");
        assertThat(calledByName()).contains(folder.resolve("messagemedia-auth0.yaml"));
    }

    @Test
    void noneInAReactorSaysThatModulesWereSearched() {
        build.module("a");
        assertThat(catchThrowableOfType(Fault.class, this::calledByName))
                .hasMessage("There is no messagemedia-auth0.yaml in " + folder + " or in any module of this build.");
    }

    @Test
    void moduleThatIsListedTwiceHasOneDescriptor() {
        build.module("a");
        build.module("a");
        build.file("a/messagemedia-auth0.yaml", "");
        assertThat(calledByName()).contains(folder.resolve("a/messagemedia-auth0.yaml"));
    }

    @Test
    void fileThatIsGivenIsTakenAsItIs() {
        build.descriptor("");
        Path other = folder.resolve("nowhere.yaml");
        assertThat(new DescriptorLocation(build.maven(), build.execution(), folder.toFile()).find(Optional.of(other)))
                .contains(other);
    }

    @Test
    void nameThatAnotherModuleHasIsNotMissedInThisOne() {
        build.module("a");
        build.file("a/config/sms.yaml", "");
        Path here = folder.resolve("config/sms.yaml");
        assertThat(bound(Optional.of(here))).isEmpty();
        build.file("config/sms.yaml", "");
        assertThat(bound(Optional.of(here))).contains(here);
    }

    @Test
    void nameThatNoModuleHasIsAMistakeInTheName() {
        build.module("a");
        build.file("a/config/sms.yaml", "");
        Path mistyped = folder.resolve("config/smss.yaml");
        assertThat(bound(Optional.of(mistyped))).contains(mistyped);
    }

    @Test
    void missingPathOutsideTheProjectIsAMistakeToo() {
        Path elsewhere = folder.resolveSibling("elsewhere.yaml");
        assertThat(bound(Optional.of(elsewhere))).contains(elsewhere);
    }

    @Test
    void aFileOfNearlyTheNameOrInAFolderBelowIsNamed() {
        build.project().setFile(null);
        build.file("messagemedia-auth0.yml", "").file("src/main/config/messagemedia-auth0.yaml", "");
        build.file("target/classes/messagemedia-auth0.yaml", "").file(".git/messagemedia-auth0.yaml", "");
        build.file("other/pom.xml", "")
                .file("other/messagemedia-auth0.yaml", "")
                .file("messages.yaml", "");
        Fault fault = catchThrowableOfType(Fault.class, this::calledByName);
        assertThat(fault).hasMessage("There is no messagemedia-auth0.yaml in " + folder + ".");
        assertThat(fault.remedy())
                .isEqualTo(
                        "There are messagemedia-auth0.yml, src/main/config/messagemedia-auth0.yaml. If you mean one of"
                                + " them, name it"
                                + " with -Dmessagemedia.file=messagemedia-auth0.yml or <file> in the plugin's configuration, or move"
                                + " it to messagemedia-auth0.yaml.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messagemedia-auth0.yml",
                "messagemedia_auth0.yaml",
                "MessageMedia-Auth0.yaml",
                "messagemedia-auth.yaml",
                "messagemedia-atuh0.yaml"
            })
    void namesThatAreNearlyRightAreSeen(String name) {
        build.file(name, "");
        assertThat(new DescriptorLocation.Nearby(folder).find()).containsExactly(name);
    }
}

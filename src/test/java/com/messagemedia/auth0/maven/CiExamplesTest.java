package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The pipelines that people copy: they can be parsed, and the goals and properties that they name are there. */
class CiExamplesTest {

    private static final Pattern GOAL = Pattern.compile("messagemedia:([a-z]+)");
    private static final Pattern PROPERTY = Pattern.compile("-D(messagemedia\\.[A-Za-z]+)");

    @TempDir
    private Path folder;

    static List<Path> pipelines() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("config-examples/ci"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void nameGoalsAndPropertiesThatAreThere(Path pipeline) throws IOException {
        List<MojoDescriptor> mojos = new Build(folder)
                .execution().getMojoDescriptor().getPluginDescriptor().getMojos().stream()
                        .filter(mojo -> !mojo.getGoal().equals("help"))
                        .toList();
        String text = Files.readString(pipeline);
        assertThat(named(GOAL, text))
                .contains("validate", "plan", "apply", "verify")
                .isSubsetOf(mojos.stream().map(MojoDescriptor::getGoal).toList());
        assertThat(named(PROPERTY, text))
                .isNotEmpty()
                .isSubsetOf(mojos.stream()
                        .flatMap(mojo -> mojo.getParameters().stream())
                        .filter(Parameter::isEditable)
                        .map(Parameter::getExpression)
                        .map(expression -> expression.replaceAll("[${}]", ""))
                        .toList());
    }

    static List<Path> allPipelines() throws IOException {
        try (Stream<Path> own = Files.list(Path.of(".github/workflows"))) {
            return Stream.concat(pipelines().stream(), own.sorted()).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("allPipelines")
    void canBeParsed(Path pipeline) throws IOException {
        String text = Files.readString(pipeline);
        if (pipeline.toString().endsWith(".yml")) {
            assertThat((Object) new Yaml().load(text)).isInstanceOf(Map.class);
        } else {
            assertThat(text.chars().filter(sign -> sign == '{').count())
                    .isEqualTo(text.chars().filter(sign -> sign == '}').count());
        }
    }

    @Test
    void onlyABuildOfATagAsksForApproval() throws IOException {
        assertThat(Files.readString(Path.of("config-examples/ci/Jenkinsfile")))
                .containsOnlyOnce("input {")
                .contains("when { beforeInput true; buildingTag() }\n            input {");
    }

    @Test
    void jobsThatOnlyLookGetTheCredentialsThatMayOnlyRead() throws IOException {
        Map<String, Map<String, Object>> jobs =
                new Yaml().load(Files.readString(Path.of("config-examples/ci/gitlab-ci.yml")));
        assertThat(List.of("plan", "verify"))
                .allSatisfy(job -> assertThat(jobs.get(job).get("environment"))
                        .isEqualTo(Map.of("name", "plan", "action", "access")));
        assertThat(jobs.get("apply").get("environment")).isEqualTo("prod");
    }

    private static Set<String> named(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

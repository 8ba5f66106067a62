package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user reads of each goal and parameter, in {@code help}, in an editor and on the pages. */
class DocumentedGoalsTest {

    private static final Pattern GOAL = Pattern.compile("<goal>([a-z]+)</goal>");
    private static final Pattern ROW = Pattern.compile("\\| \\[?`([A-Za-z]+)`(?:\\]\\(\\S+\\))? \\|([^|]*)\\|.*");

    @TempDir
    private Path folder;

    /** All goals of the plugin but help, which is generated. */
    private List<MojoDescriptor> goals() {
        return new Build(folder)
                .execution().getMojoDescriptor().getPluginDescriptor().getMojos().stream()
                        .filter(mojo -> !mojo.getGoal().equals("help"))
                        .toList();
    }

    private Stream<Parameter> editable() {
        return goals().stream().flatMap(mojo -> mojo.getParameters().stream()).filter(Parameter::isEditable);
    }

    @Test
    void everyGoalSaysWhatItDoesAndSinceWhen() {
        assertThat(goals()).hasSizeGreaterThan(4).allSatisfy(mojo -> {
            assertThat(mojo.getDescription()).as(mojo.getGoal()).isNotBlank();
            assertThat(mojo.getSince()).as(mojo.getGoal()).isEqualTo("1.0.0");
            assertThat(mojo.isThreadSafe()).as(mojo.getGoal()).isTrue();
        });
    }

    @Test
    void everyParameterHasItsPropertyAnExampleAndItsVersion() {
        assertThat(editable()).isNotEmpty().allSatisfy(parameter -> {
            String name = parameter.getName();
            assertThat(parameter.getExpression()).as(name).isEqualTo("${messagemedia." + name + "}");
            assertThat(parameter.getDescription()).as(name).contains("Example: -Dmessagemedia." + name + "=");
            assertThat(parameter.getSince()).as(name).isEqualTo("1.0.0");
        });
    }

    /** Goals that inherit nothing from each other bind it each; a reader of two goals reads the same sentence twice. */
    @Test
    void aParameterOfSeveralGoalsIsDescribedAlikeInEach() {
        Map<String, Set<String>> descriptions = new TreeMap<>();
        editable()
                .forEach(parameter -> descriptions
                        .computeIfAbsent(parameter.getName(), name -> new TreeSet<>())
                        .add(parameter.getType() + " " + parameter.getDefaultValue() + " "
                                + parameter.getDescription()));
        descriptions.values().removeIf(texts -> texts.size() == 1);
        assertThat(descriptions.keySet()).containsExactly("allowedHosts", "annotations", "planFile", "sandboxFile");
    }

    @Test
    void thePagesNameEveryGoalAndEveryParameterAndNoOther() throws IOException {
        Set<String> goals = new TreeSet<>(Set.of("help"));
        goals().forEach(mojo -> goals.add(mojo.getGoal()));
        assertThat(rows("README.md", "| goal | phase |")).isEqualTo(goals);
        assertThat(rows("docs/PARAMETERS.md", "| parameter ("))
                .isEqualTo(editable().map(Parameter::getName).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void eclipseIsToldOfEveryGoalThatMayBeBound() throws IOException {
        String mapping = Files.readString(Path.of("src/main/resources/META-INF/m2e/lifecycle-mapping-metadata.xml"));
        assertThat(GOAL.matcher(mapping).results().map(goal -> goal.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        goals().stream().map(MojoDescriptor::getGoal).toList());
    }

    @Test
    void thePageNamesTheGoalsOfEachParameter() throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        table("docs/PARAMETERS.md", "| parameter (")
                .forEach(row -> told.put(row.group(1), goals(row.group(2).trim())));
        Map<String, Set<String>> real = new TreeMap<>();
        goals().forEach(mojo -> mojo.getParameters().stream()
                .filter(Parameter::isEditable)
                .forEach(parameter -> real.computeIfAbsent(parameter.getName(), name -> new TreeSet<>())
                        .add(mojo.getGoal())));
        assertThat(told).isEqualTo(real);
    }

    private Set<String> goals(String cell) {
        if (!cell.startsWith("all")) {
            return new TreeSet<>(List.of(cell.split(", ")));
        }
        return goals().stream()
                .map(MojoDescriptor::getGoal)
                .filter(goal -> !cell.equals("all but " + goal))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rows(String page, String head) throws IOException {
        return table(page, head).stream().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<MatchResult> table(String page, String head) throws IOException {
        return Files.readAllLines(Path.of(page)).stream()
                .dropWhile(line -> !line.startsWith(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(ROW::matcher)
                .peek(row -> assertThat(row.matches()).isTrue())
                .map(Matcher::toMatchResult)
                .toList();
    }
}

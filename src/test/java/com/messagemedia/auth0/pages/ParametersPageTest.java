package com.messagemedia.auth0.pages;

import static java.util.stream.Collectors.joining;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.junit.jupiter.api.Test;

/** docs/PARAMETERS.md says of each goal and parameter what {@code help} and an editor say. */
class ParametersPageTest {

    /** The goals in the order in which a newcomer meets them. */
    private static final List<String> ORDER = List.of(
            "init",
            "export",
            "validate",
            "plan",
            "apply",
            "verify",
            "doctor",
            "try",
            "rollback",
            "sandbox",
            "package",
            "attach");

    private static final Map<String, String> TYPES = Map.of(
            "boolean", "`true` or `false`",
            "int", "number",
            "java.io.File", "path",
            "java.lang.String", "text",
            "java.util.List", "list, with commas");

    private static final String EXAMPLE = " Example: ";

    @Test
    void eachParameterAndEachGoalIsDescribedAsInTheCode() throws Exception {
        List<MojoDescriptor> goals = goals();
        String parameters = parameters(goals).entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), goals.size()))
                .collect(joining());
        String table = "| parameter (`-Dmessagemedia.`...) | goals | what it does | type | default |\n"
                + "|---|---|---|---|---|\n" + parameters;
        String perGoal = goals.stream().map(ParametersPageTest::section).collect(joining("\n"));
        GeneratedPart.tables("PARAMETERS.md")
                .holds(table + "\n## The parameters of each goal\n" + perGoal, ParametersPageTest.class);
    }

    private static List<MojoDescriptor> goals() throws Exception {
        try (Reader xml = new InputStreamReader(
                Objects.requireNonNull(ParametersPageTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")),
                StandardCharsets.UTF_8)) {
            return new PluginDescriptorBuilder()
                    .build(xml).getMojos().stream()
                            .filter(mojo -> !mojo.getGoal().equals("help"))
                            .sorted(Comparator.comparing(mojo -> ORDER.indexOf(mojo.getGoal())))
                            .toList();
        }
    }

    /** By name, each with its goals and what these say of it. */
    private static Map<String, Map<String, Parameter>> parameters(List<MojoDescriptor> goals) {
        Map<String, Map<String, Parameter>> parameters = new TreeMap<>();
        for (MojoDescriptor goal : goals) {
            editable(goal)
                    .forEach(parameter -> parameters
                            .computeIfAbsent(parameter.getName(), name -> new LinkedHashMap<>())
                            .put(goal.getGoal(), parameter));
        }
        return parameters;
    }

    private static List<Parameter> editable(MojoDescriptor goal) {
        return goal.getParameters().stream().filter(Parameter::isEditable).toList();
    }

    private static String row(String name, Map<String, Parameter> byGoal, int goals) {
        Parameter any = byGoal.values().iterator().next();
        return String.join(
                        " | ",
                        "| `" + name + "`",
                        byGoal.size() == goals ? "all" : String.join(", ", byGoal.keySet()),
                        meaning(byGoal),
                        TYPES.get(any.getType()),
                        any.getDefaultValue() == null ? "" : "`" + any.getDefaultValue() + "`")
                + " |\n";
    }

    /** What goals say differently stands behind their names. */
    private static String meaning(Map<String, Parameter> byGoal) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        byGoal.forEach((goal, parameter) -> said.computeIfAbsent(parameter.getDescription(), text -> new ArrayList<>())
                .add(goal));
        return said.entrySet().stream()
                .map(entry -> (said.size() == 1 ? "" : "*" + String.join(", ", entry.getValue()) + "*: ")
                        + CodeWords.marked(entry.getKey().replace(EXAMPLE, "<br>Example: ")))
                .collect(joining("<br>"))
                .replace("`<br>`", "<br>");
    }

    private static String section(MojoDescriptor goal) {
        String names = editable(goal).stream()
                .map(parameter -> "`" + parameter.getName() + "`")
                .sorted()
                .collect(joining(", "));
        String phase = goal.getPhase() == null ? "bound to no phase" : "bound to the phase `" + goal.getPhase() + "`";
        return "### " + goal.getGoal() + "\n" + CodeWords.marked(goal.getDescription()) + "\n\n" + "Parameters: "
                + names + ". It is " + phase + "; [more](" + goal.getGoal().toUpperCase(Locale.ROOT) + ".md).\n";
    }
}

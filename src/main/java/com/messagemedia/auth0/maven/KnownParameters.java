package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.report.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/** The parameters that a user can set, of each goal of this plugin, as the plugin's own descriptor lists them. */
final class KnownParameters {

    /** What the property of every parameter begins with; the parameter's name follows. */
    static final String PREFIX = "messagemedia.";

    private final PluginDescriptor plugin;
    private final Set<String> names;
    // A build asks for them once for each of its properties, in each of its modules.
    private final Set<String> properties;

    KnownParameters(PluginDescriptor plugin) {
        this.plugin = plugin;
        this.names = new TreeSet<>();
        this.properties = new TreeSet<>();
        for (MojoDescriptor mojo : ours()) {
            for (Parameter parameter : editable(mojo)) {
                names.add(parameter.getName());
                properties.add(PREFIX + parameter.getName());
            }
        }
    }

    /** The plugin's own descriptor. */
    PluginDescriptor plugin() {
        return plugin;
    }

    /** The names of the parameters of all goals that have a property. */
    Set<String> names() {
        return names;
    }

    /** The properties of {@link #names()}. */
    Set<String> properties() {
        return properties;
    }

    /** The names that the configuration of these goals may hold. */
    Set<String> namesOf(List<String> goals) {
        Set<String> all = new TreeSet<>();
        for (MojoDescriptor mojo : plugin.getMojos()) {
            if (goals.contains(mojo.getGoal())) {
                for (Parameter parameter : editable(mojo)) {
                    all.add(parameter.getName());
                }
            }
        }
        return all;
    }

    /** The names that the configuration of the plugin may hold: those of all goals, help included. */
    Set<String> allNames() {
        return namesOf(plugin.getMojos().stream().map(MojoDescriptor::getGoal).toList());
    }

    /** The goals that have a parameter of this name. */
    List<String> goalsWith(String name) {
        return ours().stream()
                .filter(mojo -> editable(mojo).stream().anyMatch(named(name)))
                .map(MojoDescriptor::getGoal)
                .sorted()
                .toList();
    }

    /** Whether a parameter of this name is true or false. */
    boolean isBoolean(String name) {
        return plugin.getMojos().stream()
                .flatMap(mojo -> editable(mojo).stream())
                .filter(named(name))
                .anyMatch(parameter -> parameter.getType().equals("boolean"));
    }

    private static Predicate<Parameter> named(String name) {
        return parameter -> parameter.getName().equals(name);
    }

    private static List<Parameter> editable(MojoDescriptor mojo) {
        List<Parameter> all = new ArrayList<>();
        if (mojo.getParameters() != null) {
            for (Parameter parameter : mojo.getParameters()) {
                if (parameter.isEditable()) {
                    all.add(parameter);
                }
            }
        }
        return all;
    }

    /** The parameters of the generated goal help have properties without the prefix. */
    private List<MojoDescriptor> ours() {
        List<MojoDescriptor> all = new ArrayList<>();
        for (MojoDescriptor mojo : plugin.getMojos()) {
            if (!mojo.getGoal().equals("help")) {
                all.add(mojo);
            }
        }
        return all;
    }

    /**
     * Reads booleans strictly. Maven takes every text except {@code true} as false, even {@code yes}.
     *
     * @param session the build that expressions in the text refer to
     * @param execution the goal that runs
     */
    record BooleanText(MavenSession session, MojoExecution execution) {

        /** Enough to recognise a wrong value in a message of one line. */
        private static final int LONGEST = 40;

        /** The problem with the text, to follow its place in a sentence; empty for a boolean. */
        Optional<String> problem(String text) {
            return value(text)
                    .filter(value -> !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false"))
                    .map(value -> (value.isEmpty() ? "is empty" : "is \"" + shown(value) + "\"")
                            + ", but it must be true or false.");
        }

        /** Whether the text means true. */
        boolean isTrue(String text) {
            return value(text).filter(value -> value.equalsIgnoreCase("true")).isPresent();
        }

        /** The text with its expressions resolved; empty where one has no value, and the parameter its default. */
        private Optional<String> value(String text) {
            try {
                return Optional.ofNullable(new PluginParameterExpressionEvaluator(session, execution).evaluate(text))
                        .map(String::valueOf);
            } catch (ExpressionEvaluationException unused) {
                return Optional.of(text);
            }
        }

        private static String shown(String value) {
            return Printable.text(value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value);
        }
    }
}

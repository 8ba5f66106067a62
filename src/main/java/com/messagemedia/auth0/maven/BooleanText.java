package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.report.Printable;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/**
 * What a text means as true or false. Maven itself takes every text but {@code true} for false, {@code yes} as well.
 *
 * @param session the build that expressions in the text refer to
 * @param execution the goal that runs
 */
record BooleanText(MavenSession session, MojoExecution execution) {

    private static final int LONGEST = 40;

    /** What is wrong with the text, to go on after its place; empty where nothing is. */
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
    @SuppressWarnings("UnusedException") // The text as it stands is no boolean either, and is told.
    private Optional<String> value(String text) {
        try {
            return Optional.ofNullable(new PluginParameterExpressionEvaluator(session, execution).evaluate(text))
                    .map(String::valueOf);
        } catch (ExpressionEvaluationException e) {
            return Optional.of(text);
        }
    }

    private static String shown(String value) {
        return Printable.text(value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value);
    }
}

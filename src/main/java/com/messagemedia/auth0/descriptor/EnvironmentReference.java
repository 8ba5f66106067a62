package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.yaml.Field;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The reference {@code ${messagemedia.environment}}: the name of the environment that a document is for. It may stand in the name
 * of another reference. It never comes from Maven's property of that name, which may choose several environments.
 */
final class EnvironmentReference {

    /** The name of this reference. */
    static final String NAME = "messagemedia.environment";

    /** How descriptors write it. */
    static final String WRITTEN = "${" + NAME + "}";

    private static final String OPEN = "${";
    private static final String VARIABLE = "env.";

    /** The names that the schema allows. Another name is refused, and could hold a reference itself. */
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final Pattern NOT_IN_VARIABLES = Pattern.compile("[.-]");

    private EnvironmentReference() {}

    /** Whether a value holds it. */
    static boolean isIn(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().contains(WRITTEN);
    }

    /** Whether a field's value names a variable by the environment, such as {@code ${env.SECRET_${messagemedia.environment}}}. */
    static boolean isInVariable(Field field) {
        String text = field.text().orElse("");
        if (!text.contains(WRITTEN)) {
            return false;
        }
        StringBuilder found = new StringBuilder();
        replace(text, outer -> {
            found.append(outer.startsWith(VARIABLE) ? outer : "");
            return "";
        });
        return !found.isEmpty();
    }

    /** Returns a text with the environment's name. In the name of a variable it has the form of {@link #variable}. */
    static String resolved(String text, String environment) {
        if (!text.contains(WRITTEN) || !LEGAL.matcher(environment).matches()) {
            return text;
        }
        return replace(text, outer -> outer.startsWith(VARIABLE) ? variable(environment) : environment);
    }

    /** Returns a text in which no other reference holds this one: a word stands for it. */
    static String flat(String text) {
        return text.contains(WRITTEN) ? replace(text, outer -> outer.isEmpty() ? WRITTEN : "ENVIRONMENT") : text;
    }

    /** The environment's name in the name of a variable: in capitals, with an underscore for each dash and dot. */
    static String variable(String environment) {
        return NOT_IN_VARIABLES.matcher(environment.toUpperCase(Locale.ROOT)).replaceAll("_");
    }

    /** Replaces each one, given the beginning of the reference around it; empty where there is none. */
    private static String replace(String text, UnaryOperator<String> replacement) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(WRITTEN); at >= 0; at = text.indexOf(WRITTEN, from)) {
            out.append(text, from, at);
            boolean literal = at > 0 && text.charAt(at - 1) == '$';
            out.append(literal ? WRITTEN : replacement.apply(outer(out)));
            from = at + WRITTEN.length();
        }
        return out.append(text, from, text.length()).toString();
    }

    private static String outer(StringBuilder before) {
        int open = before.lastIndexOf(OPEN);
        boolean none = open < 0 || before.indexOf("}", open) >= 0 || (open > 0 && before.charAt(open - 1) == '$');
        return none ? "" : before.substring(open + OPEN.length());
    }
}

package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.SecretFields.Placeholders;
import com.messagemedia.auth0.descriptor.SecretFields.Remedies;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import com.messagemedia.auth0.yaml.SourceText.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Finds values that YAML reads differently than the user meant: a phone number as a number, {@code yes} as true, a
 * leading zero as octal (YAML 1.1), a placeholder in braces as an object. Each report has its own remedy. After
 * its report, such a value counts as text, so no later rule needs to know YAML 1.1.
 */
record Yaml11Pitfalls(Findings findings, SecretFields secrets) {

    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[0-9]+");
    private static final Pattern UNCLOSED = Pattern.compile("(?<!\\$)\\$\\{[^}]*$");
    private static final Set<String> BOOLEANS = Set.of("true", "false");
    private static final Set<String> YES = Set.of("yes", "on", "true");

    void check(Field document) {
        for (Field field : document.all()) {
            checkOne(field);
        }
    }

    private void checkOne(Field field) {
        if (field.value() instanceof ScalarNode scalar) {
            placeholder(field, Placeholders.in(scalar.getValue()));
            unclosed(field, scalar.getValue());
            reference(field, ReferenceNames.fault(field.name(), scalar.getValue()));
            if (scalar.getScalarStyle() == ScalarStyle.PLAIN) {
                plain(field, scalar);
            }
        } else if (field.value() instanceof MappingNode mapping) {
            Optional<String> key = firstEmpty(mapping);
            placeholder(field, key.isPresent() ? Placeholders.in("{" + key.get() + "}") : key);
        }
    }

    private void reference(Field field, Optional<Statement> fault) {
        if (fault.isPresent()) {
            findings.error(
                    field.valuePlace(),
                    fault.get().subject(),
                    fault.get().problem(),
                    fault.get().remedy());
        }
    }

    private void unclosed(Field field, String text) {
        if (UNCLOSED.matcher(EnvironmentReference.flat(text)).find()) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "holds a reference that is not closed",
                    "Close it with }, or write $${ for a literal ${.");
        }
    }

    private static Optional<String> firstEmpty(MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getValueNode().getTag().equals(Tag.NULL)) {
                return Optional.of(((ScalarNode) tuple.getKeyNode()).getValue());
            }
        }
        return Optional.empty();
    }

    private void placeholder(Field field, Optional<String> placeholder) {
        if (placeholder.isPresent()) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "still has the placeholder " + placeholder.get() + " from the guide",
                    new Remedies(secrets).value(field));
        }
    }

    private void plain(Field field, ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.BOOL) && !BOOLEANS.contains(text)) {
            bool(field, text);
        } else if ((tag.equals(Tag.INT) || tag.equals(Tag.FLOAT))
                && !JSON_NUMBER.matcher(text).matches()) {
            number(field, text);
        }
        if (!isJson(scalar)) {
            scalar.setTag(Tag.STR);
        }
    }

    private static boolean isJson(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        return tag.equals(Tag.NULL)
                || (tag.equals(Tag.BOOL) && BOOLEANS.contains(scalar.getValue()))
                || ((tag.equals(Tag.INT) || tag.equals(Tag.FLOAT))
                        && JSON_NUMBER.matcher(scalar.getValue()).matches());
    }

    private void bool(Field field, String text) {
        boolean yes = YES.contains(text.toLowerCase(Locale.ROOT));
        String remedy = expects(field, "boolean")
                ? "Write " + yes + "."
                : "Write " + yes + ", or put it in quotes if text is meant: " + quoted(field, text) + ".";
        findings.error(
                field.valuePlace(),
                field.name(),
                "is read as " + yes + " by some YAML readers and as text by others",
                remedy);
    }

    private void number(Field field, String text) {
        if (expects(field, "integer")) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "is not a plain decimal number",
                    "Write only digits, without a plus, a leading zero or other signs.");
            return;
        }
        String problem = INTERNATIONAL.matcher(text).matches()
                ? "has no quotes, so it is read as a number and loses its plus"
                : "has no quotes, so it is read as a number, and not as the same one by every YAML reader";
        findings.error(field.valuePlace(), field.name(), problem, new Remedies(secrets).quotes(field, text));
    }

    private static boolean expects(Field field, String type) {
        return DescriptorSchema.get().types(field.path()).contains(type);
    }

    private String quoted(Field field, String text) {
        return secrets.isHidden(field.path()) ? "\"...\"" : "\"" + text + "\"";
    }

    /**
     * Finds references that can never resolve on any machine: the syntax of a shell or of another tool, with a default value or with
     * blanks in the name. Without this check, an offline check would list them as not set yet.
     */
    static final class ReferenceNames {

        /** The syntax that the resolver uses: a reference ends at the first closing brace; two dollars are not a reference. */
        private static final Pattern REFERENCE = Pattern.compile("(?<!\\$)\\$\\{([^}]*)}");

        private static final Pattern OPERATOR = Pattern.compile(":[-=?+]");
        private static final Pattern ENVIRONMENT = Pattern.compile("(?i)env[.:]");
        private static final Pattern NAME = Pattern.compile("[^\\s=:?${]+");
        private static final String FILE = "file:";
        private static final String VARIABLE = "env.";

        private ReferenceNames() {}

        /** Tells what is wrong with the first reference of a text that can never resolve; empty if there is none. */
        static Optional<Statement> fault(String subject, String text) {
            Matcher references = REFERENCE.matcher(EnvironmentReference.flat(text));
            while (references.find()) {
                Optional<Statement> fault = faultOfName(subject, references.group(1));
                if (fault.isPresent()) {
                    return fault;
                }
            }
            return Optional.empty();
        }

        private static Optional<Statement> faultOfName(String subject, String name) {
            if (name.startsWith(FILE)) {
                return file(subject, name.substring(FILE.length()));
            }
            if (name.startsWith(VARIABLE)
                    && NAME.matcher(name.substring(VARIABLE.length())).matches()) {
                return Optional.empty();
            }
            if (!ENVIRONMENT.matcher(name).lookingAt() && NAME.matcher(name).matches()) {
                return Optional.empty();
            }
            return Optional.of(new Statement(subject, problem(name), remedy(name)));
        }

        private static Optional<Statement> file(String subject, String path) {
            boolean plain = !path.isBlank() && path.equals(path.strip());
            return plain
                    ? Optional.empty()
                    : Optional.of(new Statement(
                            subject,
                            "holds a reference to a file with "
                                    + (path.isBlank() ? "no path" : "blanks around its path"),
                            "Write ${file:path}, such as ${file:auth0-key.pem}."));
        }

        private static String problem(String name) {
            if (name.isBlank()) {
                return "holds a reference without a name";
            }
            if (OPERATOR.matcher(name).find()) {
                return "holds a reference with a default, and references have no defaults";
            }
            if (name.contains("${")) {
                return "holds a reference within a reference";
            }
            if (name.chars().anyMatch(Character::isWhitespace)) {
                return "holds a reference with blanks in its name";
            }
            return "holds a reference whose name can never resolve";
        }

        private static String remedy(String name) {
            String plain = OPERATOR.split(name.strip(), 2)[0];
            Matcher variable = ENVIRONMENT.matcher(plain);
            if (!variable.lookingAt()) {
                return "Write ${env.NAME}, ${file:path} or ${property}; $${ is a literal ${.";
            }
            String meant = plain.substring(variable.end()).strip();
            String right = NAME.matcher(meant).matches() ? meant : "NAME";
            return "Write ${env." + right + "} and set that variable where Maven runs; $${ is a literal ${.";
        }
    }
}

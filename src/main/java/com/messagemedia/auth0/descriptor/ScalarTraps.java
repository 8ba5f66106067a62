package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.schema.DescriptorSchema;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Finds values that YAML reads as something else than what was meant: a phone number as a number, {@code yes} as true, a
 * leading zero as octal (YAML 1.1), a placeholder in braces as an object. Each is told with its own remedy. A trapped value
 * counts as text from then on, so that nothing behind has to know YAML 1.1.
 */
record ScalarTraps(Findings findings) {

    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[0-9]+");
    private static final Pattern UNCLOSED = Pattern.compile("(?<!\\$)\\$\\{[^}]*$");
    private static final Set<String> BOOLEANS = Set.of("true", "false");
    private static final Set<String> YES = Set.of("yes", "on", "true");

    void check(Field document) {
        document.all().forEach(this::checkOne);
    }

    private void checkOne(Field field) {
        if (field.value() instanceof ScalarNode scalar) {
            placeholder(field, Placeholders.in(scalar.getValue()));
            unclosed(field, scalar.getValue());
            ReferenceNames.fault(field.name(), scalar.getValue())
                    .ifPresent(fault ->
                            findings.error(field.valuePlace(), fault.subject(), fault.problem(), fault.remedy()));
            if (scalar.getScalarStyle() == ScalarStyle.PLAIN) {
                plain(field, scalar);
            }
        } else if (field.value() instanceof MappingNode mapping) {
            placeholder(field, onlyKey(mapping).flatMap(key -> Placeholders.in("{" + key + "}")));
        }
    }

    private void unclosed(Field field, String text) {
        if (UNCLOSED.matcher(text).find()) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "holds a reference that is not closed",
                    "Close it with }, or write $${ for a literal ${.");
        }
    }

    private static Optional<String> onlyKey(MappingNode mapping) {
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getValueNode().getTag().equals(Tag.NULL))
                .map(NodeTuple::getKeyNode)
                .map(key -> ((ScalarNode) key).getValue())
                .findFirst();
    }

    private void placeholder(Field field, Optional<String> placeholder) {
        placeholder.ifPresent(word -> findings.error(
                field.valuePlace(),
                field.name(),
                "still holds the placeholder " + word + " of the guide",
                Remedies.value(field)));
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
                    "Write digits alone, without a plus, a leading zero or other signs.");
            return;
        }
        String problem = INTERNATIONAL.matcher(text).matches()
                ? "is read as a number without quotes, and its plus is lost"
                : "is read as a number without quotes, and not by every YAML reader as the same";
        findings.error(field.valuePlace(), field.name(), problem, Remedies.quotes(field, text));
    }

    private static boolean expects(Field field, String type) {
        return DescriptorSchema.get().types(field.path()).contains(type);
    }

    private static String quoted(Field field, String text) {
        return SecretFields.isHidden(field.path()) ? "\"...\"" : "\"" + text + "\"";
    }
}

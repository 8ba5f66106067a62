package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.SecretFields.Remedies;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.schema.Violation;
import com.messagemedia.auth0.sms.Sender;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Field.Place;
import com.messagemedia.auth0.yaml.Findings;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reports the schema's violations with their places in the file.
 *
 * @param document the document
 * @param home the place to report a missing top-level key
 * @param skipped values that cannot be checked yet
 * @param secrets which of its fields hold secrets
 */
record SchemaFaults(Field document, Place home, Predicate<Node> skipped, SecretFields secrets) {

    void report(Findings findings) {
        for (Violation violation : DescriptorSchema.get().violations(document.value())) {
            switch (violation.kind()) {
                case MISSING_KEY -> missing(violation, findings);
                case UNKNOWN_KEY -> field(violation).ifPresent(key -> tell(findings, key.keyPlace(), violation));
                default ->
                    field(violation)
                            .filter(value -> !skipped.test(value.value()))
                            .ifPresent(value -> value(value, violation, findings));
            }
        }
    }

    private Optional<Field> field(Violation violation) {
        return document.at(violation.path());
    }

    private void missing(Violation violation, Findings findings) {
        List<String> parent = violation.path().subList(0, violation.path().size() - 1);
        Place place = parent.isEmpty()
                ? home
                : document.at(parent).map(Field::keyPlace).orElse(home);
        tell(findings, place, violation);
    }

    private static void tell(Findings findings, Place place, Violation violation) {
        findings.error(place, Field.name(violation.path()), violation.problem(), violation.remedy());
    }

    private void value(Field field, Violation violation, Findings findings) {
        findings.error(field.valuePlace(), field.name(), violation.problem(), remedy(field, violation));
    }

    /** Tells to add quotes if the value is a number or a word like true and text is expected. */
    private String remedy(Field field, Violation violation) {
        if (violation.problem().equals("must be text") && field.value() instanceof ScalarNode scalar) {
            boolean unquoted = scalar.getScalarStyle() == ScalarStyle.PLAIN
                    && !scalar.getTag().equals(Tag.NULL);
            if (unquoted && field.last().equals("from") && Sender.isInternational("+" + scalar.getValue())) {
                return "Put it in quotes, with a plus: \"+" + scalar.getValue() + "\".";
            }
            if (unquoted) {
                return new Remedies(secrets).quotes(field, scalar.getValue());
            }
        }
        boolean secretText = secrets.isSecret(field.path())
                && DescriptorSchema.get().types(field.path()).contains("string");
        return secretText ? Remedies.reference(field) : violation.remedy();
    }
}

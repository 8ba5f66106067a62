package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.schema.DescriptorSchema;
import java.util.List;

/** The advice that several rules give. */
final class Remedies {

    private Remedies() {}

    /** How to write a value of this field: a reference where it is a secret. */
    static String value(Field field) {
        List<String> path = SecretFields.withoutEnvironment(field.path());
        if (SecretFields.isSecret(path)) {
            return reference(field);
        }
        String description = DescriptorSchema.get().description(path);
        return description.isEmpty() ? "Write the value itself." : "Write the value itself. " + description;
    }

    /** How to refer to a secret instead of writing it. */
    static String reference(Field field) {
        List<String> path = SecretFields.withoutEnvironment(field.path());
        String example = DescriptorSchema.get().example(path).orElse("${env.NAME}");
        String where = example.startsWith("${file:")
                ? " and keep that file out of version control."
                : " and set that variable where Maven runs.";
        return "Write " + field.last() + ": " + example + where;
    }

    /** To put a value in quotes, shown where it may be. */
    static String quotes(Field field, String text) {
        return SecretFields.isHidden(field.path()) ? reference(field) : "Put it in quotes: \"" + text + "\".";
    }
}

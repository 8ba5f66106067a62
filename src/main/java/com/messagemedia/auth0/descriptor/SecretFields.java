package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.redaction.SecretPaths;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.schema.Suggestion;
import com.messagemedia.auth0.yaml.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which fields of a descriptor hold secrets.
 *
 * @param options the paths of the connection's secret options
 */
public record SecretFields(SecretPaths options) {

    private static final String SECTION = "options";

    private static final Set<List<String>> OWN = Set.of(
            List.of("tenant", "clientSecret"),
            List.of("tenant", "privateKey"),
            List.of("tenant", "token"),
            List.of("messageMedia", "apiKey"),
            List.of("messageMedia", "apiSecret"));
    private static final Pattern SPEAKING = Pattern.compile(
            "secret|token|passw|passphrase|pwd|apikey|accesskey|privatekey|credential|assertion|signature");

    private static final Pattern BETWEEN_LETTERS = Pattern.compile("[-_. ]");

    /** Words that mark a secret only as whole words, as longer words contain their letters by chance. */
    private static final Pattern WORDS = Pattern.compile("(?:^|[-_. ])(?:pin|pass|sig|auth|authorization)(?:$|[-_. ])");

    /** Keys that match a word but hold no secret: the id of a key, types of message, and every field that the schema defines as true or false. */
    private static final Set<String> HARMLESS = harmless();

    /** The schema's keys whose names say that they hold a secret; a misspelling of one of them counts too. */
    private static final List<String> NAMES = names();

    private static Set<String> harmless() {
        DescriptorSchema schema = DescriptorSchema.get();
        Set<String> harmless = new HashSet<>(Set.of("keyid"));
        // Types of message such as change_password are no secrets.
        for (String template : schema.keys(List.of("phoneProvider", "templates"))) {
            harmless.add(template.toLowerCase(Locale.ROOT));
        }
        for (String option : schema.keys(List.of(SECTION))) {
            for (String key : schema.keys(List.of(SECTION, option))) {
                if (schema.types(List.of(SECTION, option, key)).contains("boolean")) {
                    harmless.add(key.toLowerCase(Locale.ROOT));
                }
            }
        }
        return Set.copyOf(harmless);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String section : List.of("tenant", "messageMedia", SECTION)) {
            for (String key : DescriptorSchema.get().keys(List.of(section))) {
                if (saysSecret(key)) {
                    names.add(key);
                }
            }
        }
        return List.copyOf(names);
    }

    /** Whether the value at a path is a secret; the path may lead through an environment. */
    boolean isSecret(List<String> path) {
        List<String> own = withoutEnvironment(path);
        return OWN.contains(own)
                || (own.size() > 1
                        && own.get(0).equals(SECTION)
                        && options.isSecret(new FieldPath(own.subList(1, own.size()))));
    }

    static List<String> withoutEnvironment(List<String> path) {
        return path.size() > 2 && path.get(0).equals("environments") ? path.subList(2, path.size()) : path;
    }

    /** Whether a value must not be shown: it is a secret, or a secret that the user may have put in a wrong place. */
    public boolean isHidden(List<String> path) {
        if (isHiddenByPath(path)) {
            return true;
        }
        for (String key : path) {
            if (speaks(key)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the path alone makes a value hidden, whatever the names of its keys. */
    boolean isHiddenByPath(List<String> path) {
        return isSecret(path) || isSecretOption(path);
    }

    /** Whether a path has a secret option's name in a wrong place. */
    private boolean isSecretOption(List<String> path) {
        for (FieldPath prefix : options.prefixes()) {
            int index = path.indexOf(prefix.head());
            if (index >= 0 && options.isSecret(new FieldPath(path.subList(index, path.size())))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a key's object has both secret and other members. */
    boolean isMixed(String key) {
        for (FieldPath path : options.harmless()) {
            if (path.head().equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a key is the name of a secret option, or of a direct member of one in the schema. */
    boolean isOptionKey(String key) {
        for (FieldPath prefix : options.prefixes()) {
            if (prefix.last().equals(key) || (known(prefix).contains(key) && options.isSecret(prefix.child(key)))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> known(FieldPath option) {
        List<String> path = new ArrayList<>(List.of(SECTION));
        path.addAll(option.segments());
        return DescriptorSchema.get().keys(path);
    }

    /** Whether a key's name, even misspelled, says that its value is a secret. */
    public static boolean speaks(String key) {
        return !HARMLESS.contains(key.toLowerCase(Locale.ROOT))
                && (saysSecret(key) || Suggestion.nearest(key, NAMES).isPresent());
    }

    private static boolean saysSecret(String key) {
        String letters = key.toLowerCase(Locale.ROOT);
        return SPEAKING.matcher(BETWEEN_LETTERS.matcher(letters).replaceAll("")).find()
                || WORDS.matcher(letters).find();
    }

    /** The placeholders of the set-up guides, which the user must replace. */
    static final class Placeholders {

        private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*}");
        private static final String YOUR = "YOUR_";
        private static final String SENDER = "SENDER_PHONE_NUMBER";
        private static final Pattern PLACEHOLDER =
                Pattern.compile("\\{?\\b(" + YOUR + "[A-Z0-9_]+|" + SENDER + ")\\b}?");
        private static final Pattern WHOLE_REFERENCE = Pattern.compile("\\$\\{[^}]+}");

        private Placeholders() {}

        /** Returns the placeholder in a text, ignoring references; empty if there is none. */
        static Optional<String> in(String text) {
            if (!text.contains(YOUR) && !text.contains(SENDER)) {
                return Optional.empty();
            }
            Matcher matcher = PLACEHOLDER.matcher(
                    REFERENCE.matcher(EnvironmentReference.flat(text)).replaceAll(""));
            return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
        }

        /** Whether a text is only a reference or a placeholder, so it cannot be a secret. */
        static boolean isHarmless(String text) {
            return WHOLE_REFERENCE.matcher(EnvironmentReference.flat(text)).matches()
                    || PLACEHOLDER.matcher(text).matches();
        }
    }

    /**
     * The remedies that several rules share.
     *
     * @param secrets which fields are secret
     */
    record Remedies(SecretFields secrets) {

        /** Tells how to write this field's value: as a reference if it is a secret. */
        String value(Field field) {
            List<String> path = SecretFields.withoutEnvironment(field.path());
            if (secrets.isSecret(path)) {
                return reference(field);
            }
            String description = DescriptorSchema.get().description(path);
            return description.isEmpty() ? "Write the value itself." : "Write the value itself. " + description;
        }

        /** Tells how to refer to a secret instead of writing it in the file. */
        static String reference(Field field) {
            List<String> path = SecretFields.withoutEnvironment(field.path());
            String example = DescriptorSchema.get().example(path).orElse("${env.NAME}");
            String where = example.startsWith("${file:")
                    ? " and keep that file out of version control."
                    : " and set that variable where Maven runs.";
            return "Write " + field.last() + ": " + example + where;
        }

        /** Tells to put a value in quotes; shows the value unless it is secret. */
        String quotes(Field field, String text) {
            return secrets.isHidden(field.path()) ? reference(field) : "Put it in quotes: \"" + text + "\".";
        }
    }
}

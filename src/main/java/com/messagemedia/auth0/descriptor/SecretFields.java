package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.OptionPaths;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.redaction.SecretPaths;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.schema.Suggestion;
import com.messagemedia.auth0.yaml.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which fields of a descriptor hold secrets. */
public final class SecretFields {

    private static final Set<List<String>> OWN = Set.of(
            List.of("tenant", "clientSecret"),
            List.of("tenant", "privateKey"),
            List.of("tenant", "token"),
            List.of("messageMedia", "apiKey"),
            List.of("messageMedia", "apiSecret"));
    private static final List<String> NAMES =
            List.of("clientSecret", "privateKey", "token", "apiKey", "apiSecret", "twilio_token");
    private static final Pattern SPEAKING = Pattern.compile(
            "secret|token|passw|passphrase|pwd|apikey|accesskey|privatekey|credential|assertion|signature");

    /** Words that speak only where they stand alone: others hold their letters by chance. */
    private static final Pattern WORDS = Pattern.compile("(?:^|[-_. ])(?:pin|pass|sig|auth|authorization)(?:$|[-_. ])");

    private static final Set<String> HARMLESS = Set.of("secret_base64_encoded", "keyid");

    /** The options of the gateway that hold secrets. */
    static final SecretPaths OPTIONS = new SecretPaths(
            List.of(OptionPaths.TWILIO_TOKEN, OptionPaths.GATEWAY_AUTHENTICATION),
            Set.of(OptionPaths.METHOD, OptionPaths.SECRET_BASE64_ENCODED),
            Set.of(SandboxCredentials.GATEWAY_SECRET));

    private SecretFields() {}

    /** Whether the value at a path is a secret; the path may lead through an environment. */
    static boolean isSecret(List<String> path) {
        List<String> own = withoutEnvironment(path);
        return OWN.contains(own)
                || (own.size() > 1
                        && own.get(0).equals("options")
                        && OPTIONS.isSecret(new FieldPath(own.subList(1, own.size()))));
    }

    static List<String> withoutEnvironment(List<String> path) {
        return path.size() > 2 && path.get(0).equals("environments") ? path.subList(2, path.size()) : path;
    }

    /** Whether a value may not be shown: a secret, or what stands where a slip of the pen put one. */
    public static boolean isHidden(List<String> path) {
        return isHiddenByPath(path) || path.stream().anyMatch(SecretFields::speaks);
    }

    /** The same, but for keys that only say so. */
    static boolean isHiddenByPath(List<String> path) {
        return isSecret(path) || belowGatewayAuthentication(path);
    }

    private static boolean belowGatewayAuthentication(List<String> path) {
        int index = path.indexOf(OptionPaths.GATEWAY_AUTHENTICATION.head());
        return index >= 0 && OPTIONS.isSecret(new FieldPath(path.subList(index, path.size())));
    }

    /** Whether a key, perhaps mistyped, says that its value is a secret. */
    public static boolean speaks(String key) {
        String letters = key.toLowerCase(Locale.ROOT);
        return !HARMLESS.contains(letters)
                && (SPEAKING.matcher(letters.replaceAll("[-_. ]", "")).find()
                        || WORDS.matcher(letters).find()
                        || Suggestion.nearest(key, NAMES).isPresent());
    }

    /** The placeholders of the set-up guides, which are there to be replaced. */
    static final class Placeholders {

        private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*}");
        private static final Pattern PLACEHOLDER = Pattern.compile("\\{?\\b(YOUR_[A-Z0-9_]+|SENDER_PHONE_NUMBER)\\b}?");
        private static final Pattern WHOLE_REFERENCE = Pattern.compile("\\$\\{[^}]+}");

        private Placeholders() {}

        /** The placeholder that a text holds, references aside. */
        static Optional<String> in(String text) {
            Matcher matcher = PLACEHOLDER.matcher(REFERENCE.matcher(text).replaceAll(""));
            return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
        }

        /** Whether a text is nothing but a reference or a placeholder, so that it cannot be a secret. */
        static boolean isHarmless(String text) {
            return WHOLE_REFERENCE.matcher(text).matches()
                    || PLACEHOLDER.matcher(text).matches();
        }
    }

    /** The advice that several rules give. */
    static final class Remedies {

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
}

package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.OptionPaths;
import com.messagemedia.auth0.redaction.SecretPaths;
import com.messagemedia.auth0.schema.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which fields of a descriptor hold secrets. */
final class SecretFields {

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

    private SecretFields() {}

    /** Whether the value at a path is a secret; the path may lead through an environment. */
    static boolean isSecret(List<String> path) {
        List<String> own = withoutEnvironment(path);
        return OWN.contains(own)
                || (own.size() > 1
                        && own.get(0).equals("options")
                        && SecretPaths.isSecret(new FieldPath(own.subList(1, own.size()))));
    }

    static List<String> withoutEnvironment(List<String> path) {
        return path.size() > 2 && path.get(0).equals("environments") ? path.subList(2, path.size()) : path;
    }

    /** Whether a value may not be shown: a secret, or what stands where a slip of the pen put one. */
    static boolean isHidden(List<String> path) {
        return isHiddenByPath(path) || path.stream().anyMatch(SecretFields::speaks);
    }

    /** The same, but for keys that only say so. */
    static boolean isHiddenByPath(List<String> path) {
        return isSecret(path) || belowGatewayAuthentication(path);
    }

    private static boolean belowGatewayAuthentication(List<String> path) {
        int index = path.indexOf(OptionPaths.GATEWAY_AUTHENTICATION.head());
        return index >= 0 && SecretPaths.isSecret(new FieldPath(path.subList(index, path.size())));
    }

    /** Whether a key, perhaps mistyped, says that its value is a secret. */
    static boolean speaks(String key) {
        String letters = key.toLowerCase(Locale.ROOT);
        return !HARMLESS.contains(letters)
                && (SPEAKING.matcher(letters.replaceAll("[-_. ]", "")).find()
                        || WORDS.matcher(letters).find()
                        || Suggestion.nearest(key, NAMES).isPresent());
    }
}

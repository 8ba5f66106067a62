package com.messagemedia.auth0.redaction;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.OptionPaths;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which option paths hold secrets. Under {@code gateway_authentication} everything is secret but the two fields known to be
 * harmless, so that a field Auth0 adds tomorrow is guarded today, and so is a credential that stands there instead of the
 * object.
 */
public final class SecretPaths {

    private static final Set<FieldPath> HARMLESS = Set.of(OptionPaths.METHOD, OptionPaths.SECRET_BASE64_ENCODED);

    private SecretPaths() {}

    /** Whether the value at this path must never be shown. */
    public static boolean isSecret(FieldPath path) {
        return path.startsWith(OptionPaths.TWILIO_TOKEN)
                || (path.startsWith(OptionPaths.GATEWAY_AUTHENTICATION) && !HARMLESS.contains(path));
    }

    /** The secrets that options hold; the public word that signs the gateway's token is none. */
    public static List<String> secretsIn(Options options) {
        List<String> found = new ArrayList<>();
        options.leaves().forEach((path, value) -> {
            if (isSecret(path)) {
                collect(value, found);
            }
        });
        found.removeIf(SandboxCredentials.GATEWAY_SECRET::equals);
        return found;
    }

    private static void collect(Value value, List<String> found) {
        if (value instanceof Value.Text text) {
            found.add(text.text());
        } else if (value instanceof Value.Array array) {
            array.items().forEach(item -> collect(item, found));
        } else if (value instanceof Value.Tree tree) {
            tree.members().values().forEach(member -> collect(member, found));
        }
    }
}

package com.messagemedia.auth0.redaction;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.OptionPaths;
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
}

package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.GatewayHosts;
import com.messagemedia.auth0.connection.OptionPaths;
import com.messagemedia.auth0.connection.Options;
import java.util.Locale;

/**
 * The environment variables that stand for secrets in a descriptor that the plugin writes.
 *
 * @param live the options that are exported
 */
record ExportedNames(Options live) {

    static final String API_KEY = "MESSAGEMEDIA_API_KEY";
    static final String API_SECRET = "MESSAGEMEDIA_API_SECRET";
    static final String FROM = "MESSAGEMEDIA_FROM";

    /** The variable for the option at a path. */
    String variable(FieldPath path) {
        boolean ours = OptionPaths.text(live, OptionPaths.GATEWAY_URL)
                .flatMap(GatewayHosts::host)
                .filter(GatewayHosts::isKnown)
                .isPresent();
        if (ours && path.equals(OptionPaths.SUBJECT)) {
            return API_KEY;
        }
        if (ours && path.equals(OptionPaths.AUDIENCE)) {
            return API_SECRET;
        }
        String prefix = path.startsWith(OptionPaths.GATEWAY_AUTHENTICATION) ? "GATEWAY_" : "";
        String name =
                path.startsWith(OptionPaths.GATEWAY_AUTHENTICATION) ? path.last() : String.join("_", path.segments());
        String variable = prefix + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return isAnothers(path, variable) ? "OPTION_" + variable : variable;
    }

    /** An option nobody knows may be called like a variable of every system, such as PATH or PWD; some names no shell can set. */
    private static boolean isAnothers(FieldPath path, String variable) {
        return !variable.matches("[A-Z].*") || (!variable.contains("_") && !ExportedSecrets.isKnown(path));
    }
}

package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.SourceText.Statement;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The PEM text of a private key as people keep it: in a file, or in a variable that holds no line breaks, where each is written
 * as a backslash and an n. A backslash is no part of PEM (RFC 7468), so that reading one as a line break changes no key.
 */
final class PrivateKeyText {

    private static final Pattern ESCAPED_BREAK = Pattern.compile("(\\\\r)?\\\\n");
    private static final Pattern PEM = Pattern.compile("(?s).*-----BEGIN (RSA )?PRIVATE KEY-----.*");
    private static final Pattern END = Pattern.compile("(?s).*-----END (RSA )?PRIVATE KEY-----.*");
    private static final String FILE =
            "Refer to a file whose first line is -----BEGIN PRIVATE KEY-----, such as ${file:auth0-key.pem}.";

    private PrivateKeyText() {}

    /** The text with its line breaks. */
    static String pem(String text) {
        return ESCAPED_BREAK.matcher(text).replaceAll("\n");
    }

    /** What is wrong with a text that should hold a private key; empty where it looks like one. Never repeats the text. */
    static Optional<Statement> fault(String subject, String text) {
        if (!PEM.matcher(text).matches()) {
            return Optional.of(new Statement(subject, problem(text), FILE));
        }
        if (!END.matcher(text).matches()) {
            return Optional.of(new Statement(
                    subject,
                    "is a private key that is cut off: it has no -----END PRIVATE KEY----- line",
                    "Give the whole text; a variable that keeps one line alone can write each line break as \\n."));
        }
        if (!pem(text).strip().startsWith("-----") || !pem(text).strip().endsWith("-----")) {
            return Optional.of(new Statement(
                    subject,
                    "is a private key with other text around it, such as quotes",
                    "Take away what stands before -----BEGIN and behind the END line."));
        }
        return Optional.empty();
    }

    private static String problem(String text) {
        if (text.contains("ENCRYPTED PRIVATE KEY")) {
            return "is an encrypted private key, and the plugin has no passphrase for it";
        }
        if (text.contains("BEGIN CERTIFICATE") || text.contains("PUBLIC KEY")) {
            return "is the public half of a key, and the private one is needed to sign";
        }
        return "is not an unencrypted private key in PEM form";
    }
}

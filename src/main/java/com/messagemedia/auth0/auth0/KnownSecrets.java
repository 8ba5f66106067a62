package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Redactor;
import com.messagemedia.auth0.redaction.SecretPaths;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All secrets that one client has sent or received. It removes them from Auth0's texts, because Auth0's validation
 * messages can quote what was sent.
 */
final class KnownSecrets {

    /** Enough for Auth0's error messages. A longer text would hide the remedy after it. */
    private static final int LONGEST_QUOTE = 300;

    private static final String CODE = "(code)";

    /** A shorter line of code, such as a bracket, tells nothing, and an ordinary word can contain it. */
    private static final int SHORTEST_LINE = 16;

    private final Set<String> values = ConcurrentHashMap.newKeySet();

    private final Set<String> codeLines = ConcurrentHashMap.newKeySet();

    private final SecretPaths paths;

    /** For what is secret at these paths. */
    KnownSecrets(SecretPaths paths) {
        this.paths = paths;
    }

    void add(String secret) {
        values.add(secret);
    }

    /** Adds code that is sent. No message quotes a line of it that is longer than an ordinary word. */
    void addCode(String code) {
        code.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST_LINE)
                .forEach(codeLines::add);
    }

    void addFrom(Options options) {
        values.addAll(paths.secretsIn(options));
    }

    /**
     * Makes a foreign text safe for a message. It removes known secrets, replaces control characters (cursor, colour,
     * writing direction) by a space, and cuts the text after {@value #LONGEST_QUOTE} characters.
     */
    String quote(String text) {
        // The scrub comes before the cut: otherwise half a secret could remain unrecognised.
        String scrubbed = withoutCode(Redactor.of(values).scrub(text))
                .replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\\s]+", " ")
                .strip();
        return scrubbed.length() <= LONGEST_QUOTE
                ? scrubbed
                : scrubbed.substring(0, LONGEST_QUOTE).strip() + "…";
    }

    private String withoutCode(String text) {
        String without = text;
        for (String line : codeLines) {
            without = without.replace(line, CODE).replace(escaped(line), CODE);
        }
        return without;
    }

    /** A line as a JSON document shows it. */
    private static String escaped(String line) {
        return line.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** The text of a member of a foreign object, {@linkplain #quote quoted}; empty if there is none. */
    Optional<String> quoteText(Value.Tree tree, String key) {
        return tree.members().get(key) instanceof Value.Text text
                ? Optional.of(quote(text.text())).filter(quoted -> !quoted.isEmpty())
                : Optional.empty();
    }
}

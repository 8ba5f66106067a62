package com.messagemedia.auth0.descriptor;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name in the braces of a reference: {@code env.AUTH0_CLIENT_ID}, {@code file:key.pem}, {@code project.version} or
 * the name of a property.
 *
 * @param text the name as the descriptor writes it
 */
public record ReferenceName(String text) {

    private static final String ENVIRONMENT = "env.";
    private static final String FILE = "file:";

    /** The border between two words of a name: {@code API_KEY}, {@code api.key} and {@code apiKey} have two. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    private static final Pattern CREDENTIAL =
            Pattern.compile(".*(SECRET|TOKEN|PASSW|PASSPHRASE|CREDENTIAL).*|PASS|PWD|.*KEYS?");

    /** Whether it names an environment variable. */
    public boolean isVariable() {
        return text.startsWith(ENVIRONMENT);
    }

    /** The name of the environment variable. */
    public String variable() {
        return text.substring(ENVIRONMENT.length());
    }

    /** Whether it names a file. */
    public boolean isFile() {
        return text.startsWith(FILE);
    }

    /** The file's path as the descriptor writes it. */
    public String path() {
        return text.substring(FILE.length());
    }

    /** Whether its value comes from an environment variable or a file, so no log and no file may show it. */
    public boolean isConfidential() {
        return isVariable() || isFile();
    }

    /**
     * Whether the name of a variable or property suggests a credential: one of its words contains {@code SECRET},
     * {@code TOKEN}, {@code PASSW}, {@code PASSPHRASE} or {@code CREDENTIAL}, is {@code PASS} or {@code PWD}, or ends in
     * {@code KEY}. Letter case does not matter. A value of the POM is public whatever its name.
     */
    public boolean saysCredential() {
        if (isFile() || text.startsWith("project.") || text.equals("env.PWD")) {
            return false;
        }
        for (String word : BETWEEN_WORDS.split(text, -1)) {
            if (CREDENTIAL.matcher(word.toUpperCase(Locale.ROOT)).matches()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReferenceName name && name.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The reference as the descriptor writes it. */
    @Override
    public String toString() {
        return "${" + text + "}";
    }
}

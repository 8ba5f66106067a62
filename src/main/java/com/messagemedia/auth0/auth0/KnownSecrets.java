package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Redactor;
import com.messagemedia.auth0.redaction.SecretPaths;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every secret that one client has sent or received, so that none survives in a text that Auth0 wrote. Auth0's validation
 * messages can quote what was sent.
 */
final class KnownSecrets {

    private static final int LONGEST_QUOTE = 300;

    private final Set<String> values = ConcurrentHashMap.newKeySet();

    private final SecretPaths paths;

    /** For what is secret at these paths. */
    KnownSecrets(SecretPaths paths) {
        this.paths = paths;
    }

    void add(String secret) {
        values.add(secret);
    }

    void addFrom(Options options) {
        values.addAll(paths.secretsIn(options));
    }

    /**
     * Somebody else's text as it may stand in a message: known secrets taken out, what could move a terminal's cursor, colour it
     * or turn its writing direction replaced by a space, at most {@value #LONGEST_QUOTE} characters.
     */
    String quote(String text) {
        // Scrubbed before the cut, so that no cut leaves the half of a secret that nobody recognises.
        String scrubbed = Redactor.of(values)
                .scrub(text)
                .replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\\s]+", " ")
                .strip();
        return scrubbed.length() <= LONGEST_QUOTE
                ? scrubbed
                : scrubbed.substring(0, LONGEST_QUOTE).strip() + "…";
    }

    /** The text of a member of somebody else's object, {@linkplain #quote quoted}; empty where it has none. */
    Optional<String> quoteText(Value.Tree tree, String key) {
        return tree.members().get(key) instanceof Value.Text text
                ? Optional.of(quote(text.text())).filter(quoted -> !quoted.isEmpty())
                : Optional.empty();
    }
}

package com.messagemedia.auth0.report;

import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.redaction.Redactor;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A value as a user may see it. Secret values, and values that came from the environment, a file or settings.xml, appear as
 * a keyed mark and their length, so that a change shows and the value does not.
 *
 * @param fingerprints the key of the marks
 * @param delivery says which paths are secret wherever their values come from, and which values mean the same
 * @param confidential paths whose values came from outside the descriptor
 * @param confidentialLive paths at which Auth0 may hold a value that once came from outside the descriptor
 * @param redactor takes known secrets out of the values that may be shown
 */
public record ValueText(
        Fingerprints fingerprints,
        Delivery delivery,
        Set<FieldPath> confidential,
        Set<FieldPath> confidentialLive,
        Redactor redactor) {

    private static final int LONGEST = 100;
    private static final Pattern BARE = Pattern.compile("(?![-0-9])(?!(true|false|null)$)[A-Za-z0-9+:/._@-]+");

    /** The text of a value that Auth0 holds. */
    String live(FieldPath path, Value value) {
        return confidentialLive.stream().anyMatch(path::overlaps)
                        && !delivery.secrets().isSecret(path)
                ? hidden("value", path, value)
                : show(path, value);
    }

    /** The text of a value at a path, one line. */
    public String show(FieldPath path, Value value) {
        if (delivery.secrets().isSecret(path)) {
            return hidden("secret", path, value);
        }
        if (confidential.stream().anyMatch(path::overlaps)) {
            return hidden("value", path, value);
        }
        // Scrubbed before the cut, so that no cut leaves the half of a secret that nobody recognises.
        return value instanceof Value.Text text
                ? text(redactor.scrub(text.text()))
                : shortened(Printable.text(redactor.scrub(Json.write(value))));
    }

    private String hidden(String kind, FieldPath path, Value value) {
        String mark = "(" + kind + " #"
                + fingerprints.mark(delivery.paths().canonical().text(path, value));
        return value instanceof Value.Text text
                ? mark + ", " + text.text().length() + " characters)"
                : mark + ", " + value.kind() + ")";
    }

    private static String text(String text) {
        if (BARE.matcher(text).matches()) {
            return shortened(Printable.text(text));
        }
        int length = text.codePointCount(0, text.length());
        String head = text.substring(0, text.offsetByCodePoints(0, Math.min(length, LONGEST)));
        String shown = Printable.text(Json.write(Value.of(head)));
        return length <= LONGEST ? shown : shown + "… (" + length + " characters)";
    }

    private static String shortened(String text) {
        int length = text.codePointCount(0, text.length());
        if (length <= LONGEST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "… (" + length + " characters)";
    }
}

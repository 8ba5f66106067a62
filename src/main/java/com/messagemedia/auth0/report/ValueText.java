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
 * Shows a value to a user. It shows a keyed mark and the length of each secret value, and of each value from the
 * environment, a file or settings.xml. The user sees the change and not the value.
 *
 * @param fingerprints the key of the marks
 * @param delivery tells which paths are always secret, and which values mean the same
 * @param confidential paths whose values come from outside the descriptor
 * @param confidentialLive paths where Auth0 may hold a value from outside the descriptor
 * @param redactor removes known secrets from the visible values
 */
public record ValueText(
        Fingerprints fingerprints,
        Delivery delivery,
        Set<FieldPath> confidential,
        Set<FieldPath> confidentialLive,
        Redactor redactor) {

    /**
     * The most characters of a value to show. A line with an old and a new value then has at most about 250 characters, three
     * lines of a terminal.
     */
    private static final int LONGEST = 100;

    private static final Pattern BARE = Pattern.compile("(?![-0-9])(?!(true|false|null)$)[A-Za-z0-9+:/._@-]+");

    /** Returns the text of a value that Auth0 holds. */
    String live(FieldPath path, Value value) {
        return confidentialLive.stream().anyMatch(path::overlaps)
                        && !delivery.secrets().isSecret(path)
                ? hidden("value", path, value)
                : show(path, value);
    }

    /** Returns the text of a value at a path in one line. */
    public String show(FieldPath path, Value value) {
        if (delivery.secrets().isSecret(path)) {
            return hidden("secret", path, value);
        }
        if (confidential.stream().anyMatch(path::overlaps)) {
            return hidden("value", path, value);
        }
        // The scrub comes before the cut, because the redactor does not recognise half a secret.
        return value instanceof Value.Text text
                ? text(redactor.scrub(text.text()))
                : shortened(Printable.text(redactor.scrub(Json.write(value))));
    }

    private String hidden(String kind, FieldPath path, Value value) {
        String mark = "(" + kind + " #"
                + fingerprints.mark(delivery.mergeRules().canonical().text(path, value));
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

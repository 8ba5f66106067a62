package com.messagemedia.auth0.report;

import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.PathIndex;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.redaction.Redactor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        PathIndex confidential,
        PathIndex confidentialLive,
        Redactor redactor) {

    /**
     * The most characters of a value to show. A line with an old and a new value then has at most about 250 characters, three
     * lines of a terminal.
     */
    private static final int LONGEST = 100;

    private static final Pattern BARE = Pattern.compile("(?![-0-9])(?!(true|false|null)$)[A-Za-z0-9+:/._@-]+");

    /** Makes a text of the plugin safe to print. It may contain names from outside, and secrets in them. */
    String own(String text) {
        return Printable.text(redactor.scrubOwn(text));
    }

    /** Returns the text of a value that Auth0 holds. */
    String live(FieldPath path, Value value) {
        Optional<String> unseen = delivery.unseen(path, value);
        if (unseen.isPresent()) {
            return Printable.text(unseen.get());
        }
        return confidentialLive.overlaps(path) && !delivery.secrets().isSecret(path)
                ? hidden("value", path, value)
                : show(path, value);
    }

    /**
     * Returns the changed lines of a text that is too long for one line; empty if one line shows the change, or the user may
     * not see a value.
     *
     * @param live the text that Auth0 holds
     */
    Optional<LineDiff> lines(FieldPath path, Value live, Value desired) {
        boolean hidden =
                delivery.secrets().isSecret(path) || confidentialLive.overlaps(path) || confidential.overlaps(path);
        return !hidden
                        && live instanceof Value.Text old
                        && desired instanceof Value.Text text
                        && (isLong(old.text()) || isLong(text.text()))
                ? Optional.of(LineDiff.between(visible(old.text()), visible(text.text())))
                : Optional.empty();
    }

    /**
     * Returns a text without known secrets. Each line that had one ends with a mark, so that the user sees that it changes.
     */
    private String visible(String text) {
        String scrubbed = redactor.scrub(text);
        List<String> lines = LineDiff.lines(text);
        List<String> shown = LineDiff.lines(scrubbed);
        if (lines.size() != shown.size()) {
            return scrubbed;
        }
        return IntStream.range(0, lines.size())
                .mapToObj(line -> marked(lines.get(line), shown.get(line)))
                .collect(Collectors.joining());
    }

    private String marked(String line, String shown) {
        return line.equals(shown)
                ? shown
                : shown.stripTrailing() + "   (#" + fingerprints.mark(line) + ")" + (shown.endsWith("\n") ? "\n" : "");
    }

    /** Whether a text has several lines, and one line cannot show it whole. */
    private static boolean isLong(String text) {
        return text.length() > LONGEST && text.indexOf('\n') >= 0;
    }

    /** Returns the text of a value at a path in one line. */
    public String show(FieldPath path, Value value) {
        if (delivery.secrets().isSecret(path)) {
            return hidden("secret", path, value);
        }
        if (confidential.overlaps(path)) {
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
        if (isLong(text)) {
            return "(" + text.lines().count() + " lines)";
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

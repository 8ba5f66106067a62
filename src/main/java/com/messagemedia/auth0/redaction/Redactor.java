package com.messagemedia.auth0.redaction;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes known secret values out of texts that somebody else wrote: Auth0's error messages can quote what was sent. The
 * base64 and URL-encoded forms of each value go too.
 */
public final class Redactor {

    /** What stands where a secret was. */
    public static final String MARK = "(secret)";

    /** A shorter value would take ordinary words out of every text; it is no usable credential either. */
    private static final int SHORTEST = 6;

    private static final Redactor NONE = new Redactor(List.of());

    private final List<String> forms;

    private Redactor(List<String> forms) {
        this.forms = forms;
    }

    /** A redactor that knows no secret. */
    public static Redactor none() {
        return NONE;
    }

    /** A redactor of these values; values under {@value #SHORTEST} characters are left out. */
    public static Redactor of(Collection<String> secrets) {
        Set<String> forms = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST) {
                byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
                forms.add(secret);
                forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
                forms.add(Base64.getEncoder().encodeToString(bytes));
                forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }
        }
        return new Redactor(List.copyOf(forms));
    }

    /** The text with every known secret replaced by {@value #MARK}. */
    public String scrub(String text) {
        String scrubbed = text;
        for (String form : forms) {
            scrubbed = scrubbed.replace(form, MARK);
        }
        return scrubbed;
    }
}

package com.messagemedia.auth0.descriptor;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The placeholders of the set-up guides, which are there to be replaced. */
final class Placeholders {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{?\\b(YOUR_[A-Z0-9_]+|SENDER_PHONE_NUMBER)\\b}?");
    private static final Pattern WHOLE_REFERENCE = Pattern.compile("\\$\\{[^}]+}");

    private Placeholders() {}

    /** The placeholder that a text holds, references aside. */
    static Optional<String> in(String text) {
        Matcher matcher = PLACEHOLDER.matcher(REFERENCE.matcher(text).replaceAll(""));
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** Whether a text is nothing but a reference or a placeholder, so that it cannot be a secret. */
    static boolean isHarmless(String text) {
        return WHOLE_REFERENCE.matcher(text).matches()
                || PLACEHOLDER.matcher(text).matches();
    }
}

package com.messagemedia.auth0.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads phone numbers the way people write them: with blanks, hyphens, dots, brackets, {@code 00} or {@code tel:}. */
public final class PastedNumber {

    /** The characters that people put between digits: blanks, hyphens and dashes, dots, slashes and brackets. */
    private static final Pattern WRITTEN = Pattern.compile("(?:tel:)?\\h*(?:\\+|00)[\\h\\p{Pd}\\u2212./()\\[\\]0-9]+");

    private static final Pattern PREFIX = Pattern.compile("\\A(?:tel:)?\\h*(?:\\+|00)");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    /** Marks of direction and zero-width characters, which come along unseen. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private PastedNumber() {}

    /**
     * The number in international form, such as {@code +61491570156} for {@code 0061 (491) 570-156}; empty if the text has no
     * country code, or is no possible number.
     */
    public static Optional<String> international(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("").trim();
        if (Sender.isInternational(visible)) {
            return Optional.of(visible);
        }
        return WRITTEN.matcher(visible).matches()
                ? possible("+"
                        + NO_DIGIT.matcher(PREFIX.matcher(visible).replaceFirst(""))
                                .replaceAll(""))
                : Optional.empty();
    }

    private static Optional<String> possible(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            // The library also removes the 0 of national numbers, as in +44 (0)20 7946 0958.
            PhoneNumber parsed = numbers.parse(text, null);
            return Optional.of(parsed)
                    .filter(numbers::isPossibleNumber)
                    .map(number -> numbers.format(number, PhoneNumberFormat.E164))
                    .filter(Sender::isInternational);
        } catch (NumberParseException unused) {
            return Optional.empty();
        }
    }
}

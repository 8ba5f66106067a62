package com.messagemedia.auth0.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * Checks whether a phone number is possible: by its country code and the lengths of numbers in that country
 * (libphonenumber).
 */
public final class Recipient {

    private Recipient() {}

    /**
     * The problem of a number and its remedy.
     *
     * @param problem follows the number: "which ..."
     * @param remedy a sentence
     */
    public record Flaw(String problem, String remedy) {}

    /** The flaw of a number in international form; empty if the number is possible. */
    public static Optional<Flaw> flaw(String number) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber parsed = numbers.parse(number, null);
            String meant = numbers.format(parsed, PhoneNumberFormat.E164);
            return meant.equals(number)
                    ? length(numbers.isPossibleNumberWithReason(parsed))
                    : flaw("which has the 0 of national numbers after its country code", "Omit the 0: " + meant + ".");
        } catch (NumberParseException unused) {
            return flaw("which does not begin with a country code", "Check the digits after the +.");
        }
    }

    private static Optional<Flaw> length(ValidationResult result) {
        return switch (result) {
            case IS_POSSIBLE -> Optional.empty();
            case TOO_LONG -> ofLength("which is too long");
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> ofLength("which is too short");
            default -> ofLength("which has a different number of digits than any");
        };
    }

    private static Optional<Flaw> ofLength(String start) {
        return flaw(start + " for a number of its country", "Check it: a message to it is charged and reaches nobody.");
    }

    private static Optional<Flaw> flaw(String problem, String remedy) {
        return Optional.of(new Flaw(problem, remedy));
    }
}

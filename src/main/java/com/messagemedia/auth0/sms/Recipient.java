package com.messagemedia.auth0.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Whether a number can be somebody's: by its country's code and the lengths of numbers there (libphonenumber). */
public final class Recipient {

    private Recipient() {}

    /**
     * What is wrong with a number, and what to do about it.
     *
     * @param problem follows the number: "which ..."
     * @param remedy a sentence
     */
    public record Flaw(String problem, String remedy) {}

    /** The flaw of a number in international form; empty where it can be somebody's. */
    @SuppressWarnings("UnusedException") // A text that cannot be parsed has no country's code.
    public static Optional<Flaw> flaw(String number) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber parsed = numbers.parse(number, null);
            String meant = numbers.format(parsed, PhoneNumberFormat.E164);
            return meant.equals(number)
                    ? length(numbers.isPossibleNumberWithReason(parsed))
                    : flaw(
                            "which has the 0 of national numbers behind its country's code",
                            "Leave the 0 out: " + meant + ".");
        } catch (NumberParseException e) {
            return flaw("which begins with no country's code", "Check the digits behind the +.");
        }
    }

    private static Optional<Flaw> length(ValidationResult result) {
        return switch (result) {
            case IS_POSSIBLE -> Optional.empty();
            case TOO_LONG -> ofLength("which is too long");
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> ofLength("which is too short");
            default -> ofLength("which has not as many digits as any");
        };
    }

    private static Optional<Flaw> ofLength(String start) {
        return flaw(
                start + " for a number of its country", "Check it: a message to it would be charged and reach nobody.");
    }

    private static Optional<Flaw> flaw(String problem, String remedy) {
        return Optional.of(new Flaw(problem, remedy));
    }
}

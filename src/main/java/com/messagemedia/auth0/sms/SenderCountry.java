package com.messagemedia.auth0.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the countries with the strictest rules make of a sender. Sources: MessageMedia support, "SMS Sender ID Register"
 * (Australia); MessageMedia, "International Sending Policy" (United Kingdom, Singapore); MessageMedia documentation, "Source
 * Address" (United States).
 */
public final class SenderCountry {

    private static final List<String> GENERIC = List.of("ALERT", "VERIFY", "INFO");

    private SenderCountry() {}

    /** The country of a number in international form, ISO 3166 code; empty where the number can be nobody's. */
    @SuppressWarnings("UnusedException") // A text that cannot be parsed is no number.
    public static Optional<String> of(String number) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber parsed = numbers.parse(number, null);
            return numbers.isPossibleNumber(parsed)
                    ? Optional.ofNullable(numbers.getRegionCodeForNumber(parsed))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** What to know before codes go out from this sender, a sentence for each country whose rule it meets. */
    public static List<String> rules(String sender) {
        return Sender.isAlphanumeric(sender)
                ? ofName(sender)
                : ofNumber(of(sender).orElse(""));
    }

    private static List<String> ofName(String sender) {
        List<String> rules = new ArrayList<>(List.of(
                "To Australia (AU) a name that is not in the SMS Sender ID Register shows as \"Unverified\".",
                "To Singapore (SG) a name that is not registered is marked as a likely scam, then blocked.",
                "To the United States (US) no name is carried: a 10DLC or toll-free number is needed."));
        String upper = sender.toUpperCase(Locale.ROOT);
        if (GENERIC.stream().anyMatch(upper::contains)) {
            rules.add(
                    "To the United Kingdom (GB) a name with a generic word such as Alert, Verify or Info is blocked.");
        }
        return rules;
    }

    private static List<String> ofNumber(String country) {
        Stream<String> abroad = country.equals("GB")
                ? Stream.empty()
                : Stream.of("To the United Kingdom (GB) carriers block numbers of other countries.");
        Stream<String> america = country.equals("US")
                ? Stream.of(
                        "In the United States (US) the number has to be registered first: 10DLC campaign, or toll-free"
                                + " verification.")
                : Stream.of(
                        "To the United States (US) numbers of other countries are not carried reliably: use a registered"
                                + " 10DLC or toll-free number.");
        return Stream.concat(abroad, america).toList();
    }
}

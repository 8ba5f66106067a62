package com.messagemedia.auth0.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the sender of an SMS (MessageMedia documentation, "Source Address"). */
public final class Sender {

    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final Pattern ALPHANUMERIC = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9]{3,11}");

    private Sender() {}

    /** Whether a text is a number in international form (ITU-T E.164): a plus and 8 to 15 digits, nothing between. */
    public static boolean isInternational(String text) {
        return INTERNATIONAL.matcher(text).matches();
    }

    /** Whether a text is a sender name: 3 to 11 letters and digits, at least one of them a letter. */
    public static boolean isAlphanumeric(String text) {
        return ALPHANUMERIC.matcher(text).matches();
    }

    /**
     * The rules of the countries that are strictest about senders. Sources: MessageMedia support, "SMS Sender ID
     * Register" (Australia); MessageMedia, "International Sending Policy" (United Kingdom, Singapore); MessageMedia
     * documentation, "Source Address" (United States) and "Send messages" (Singapore, TLS).
     */
    public static final class Country {

        private static final List<String> GENERIC = List.of("ALERT", "VERIFY", "INFO");

        private static final Set<String> NORTH_AMERICA = Set.of("US", "CA");

        private static final String SINGAPORE_TLS =
                "Since 2026-04-01 MessageMedia accepts messages to Singapore (SG) over TLS 1.3 only."
                        + " Send a code to a number there to see if yours arrive.";

        private Country() {}

        /** The country of a number in international form, ISO 3166 code; empty if the number is not possible. */
        public static Optional<String> of(String number) {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            try {
                PhoneNumber parsed = numbers.parse(number, null);
                return numbers.isPossibleNumber(parsed)
                        ? Optional.ofNullable(numbers.getRegionCodeForNumber(parsed))
                        : Optional.empty();
            } catch (NumberParseException unused) {
                return Optional.empty();
            }
        }

        /**
         * Why a country does not take a sender.
         *
         * @param problem follows the sender's name
         * @param remedy a sentence
         */
        public record Bar(String problem, String remedy) {}

        /**
         * Why recipients whose number begins with a prefix do not get messages from this sender; empty if nothing in the sender
         * tells so.
         *
         * @param prefix a plus and digits
         */
        public static Optional<Bar> bar(String prefix, String sender) {
            boolean name = Sender.isAlphanumeric(sender);
            if (!name && !Sender.isInternational(sender)) {
                return Optional.empty();
            }
            if (prefix.startsWith("+44")) {
                return name ? genericName(sender) : foreignNumber(sender);
            }
            if (!isNorthAmerican(prefix) || (!name && sender.startsWith("+1"))) {
                return Optional.empty();
            }
            return Optional.of(new Bar(
                    name
                            ? "is a name, and the United States and Canada allow no sender names"
                            : "is a number of another country, and to the United States and Canada such numbers are not carried"
                                    + " reliably",
                    "Write a registered 10DLC or toll-free number."));
        }

        private static Optional<Bar> genericName(String sender) {
            return GENERIC.stream().anyMatch(sender.toUpperCase(Locale.ROOT)::contains)
                    ? Optional.of(new Bar(
                            "is or contains a generic word such as Alert, Verify or Info, and the United Kingdom blocks such"
                                    + " names",
                            "Write another registered name, or a number of the United Kingdom."))
                    : Optional.empty();
        }

        private static Optional<Bar> foreignNumber(String sender) {
            return sender.startsWith("+44")
                    ? Optional.empty()
                    : Optional.of(new Bar(
                            "is a number of another country, and the United Kingdom blocks such numbers",
                            "Write a number of the United Kingdom or a registered name."));
        }

        /** Whether numbers of the United States or Canada begin with a prefix. The missing digits are those of an example. */
        private static boolean isNorthAmerican(String prefix) {
            String example = "+12025550123";
            String whole = prefix.length() < example.length() ? prefix + example.substring(prefix.length()) : prefix;
            return prefix.startsWith("+1")
                    && of(whole).filter(NORTH_AMERICA::contains).isPresent();
        }

        /** What to know before you send codes from this sender: one sentence for each country with a rule for it. */
        public static List<String> rules(String sender) {
            return Sender.isAlphanumeric(sender)
                    ? ofName(sender)
                    : ofNumber(of(sender).orElse(""));
        }

        private static List<String> ofName(String sender) {
            List<String> rules = new ArrayList<>();
            rules.add("To Australia (AU) a name that is not in the SMS Sender ID Register shows as \"Unverified\".");
            if (GENERIC.stream().anyMatch(sender.toUpperCase(Locale.ROOT)::contains)) {
                rules.add(
                        "To the United Kingdom (GB) a name with a generic word such as Alert, Verify or Info is blocked.");
            }
            rules.add("To Singapore (SG) a name that is not registered is marked as a likely scam, then blocked.");
            rules.add(SINGAPORE_TLS);
            rules.add("The United States (US) allow no sender names: use a 10DLC or toll-free number.");
            return rules;
        }

        private static List<String> ofNumber(String country) {
            List<String> rules = new ArrayList<>();
            if (!country.equals("GB")) {
                rules.add("To the United Kingdom (GB) carriers block numbers of other countries.");
            }
            rules.add(SINGAPORE_TLS);
            rules.add(
                    NORTH_AMERICA.contains(country)
                            ? "In the United States (US) and Canada (CA) the number has to be registered first: 10DLC campaign,"
                                    + " or toll-free verification."
                            : "To the United States (US) numbers of other countries are not carried reliably: use a registered"
                                    + " 10DLC or toll-free number.");
            return rules;
        }
    }
}

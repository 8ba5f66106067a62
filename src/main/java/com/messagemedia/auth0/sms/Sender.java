package com.messagemedia.auth0.sms;

import java.util.regex.Pattern;

/** What may stand as the sender of an SMS (MessageMedia documentation, "Source Address"). */
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
}

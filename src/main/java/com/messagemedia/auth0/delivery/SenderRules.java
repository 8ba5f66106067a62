package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.sms.Sender;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.regex.Pattern;

/** Checks that MessageMedia can take a field's text as the sender of a message. */
public record SenderRules(EffectiveDocument document, Findings findings) {

    private static final Pattern SEPARATORS = Pattern.compile("[ ().\\-\u00A0]");
    private static final Pattern NUMERIC = Pattern.compile("[+0-9(].*");
    private static final String SENDER =
            "Expected + and 8 to 15 digits, in quotes, such as \"+61491570156\"; or a name of 3 to 11 letters and digits.";

    /** Reports a sender that is neither a number in international form nor a name. */
    public void check(Field field) {
        String from = document.text(field).orElse("");
        if (!from.isEmpty() && !Sender.isInternational(from) && !Sender.isAlphanumeric(from)) {
            findings.error(field.valuePlace(), field.name(), problem(from), remedy(field, from));
        }
    }

    private static String problem(String from) {
        return NUMERIC.matcher(from).matches()
                ? "is not a phone number in international form"
                : "is neither a phone number in international form nor a sender's name";
    }

    private String remedy(Field field, String from) {
        String bare = SEPARATORS.matcher(from).replaceAll("");
        return document.isPublic(field) && Sender.isInternational(bare) ? "Write \"" + bare + "\"." : SENDER;
    }
}

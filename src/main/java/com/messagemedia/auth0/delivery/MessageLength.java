package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.sms.CodeTemplate;
import com.messagemedia.auth0.sms.SmsText;
import com.messagemedia.auth0.sms.SmsText.Encoding;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;

/** Checks that the message of a template fits one SMS (MessageMedia documentation, "Understanding Character Limits"). */
public record MessageLength(EffectiveDocument document, Findings findings) {

    /** The length of the code if the descriptor gives no usable length. */
    private static final int USUAL_LENGTH = 6;

    /** The longest code that the descriptor's schema allows. */
    private static final int LONGEST = 40;

    /**
     * Reports a message of several parts. The values that a template inserts besides the code are unknown and count as empty, so
     * the message has at least these parts. A template with tags is not measured: they decide what is sent.
     */
    public void check(Field field, String template) {
        if (CodeTemplate.hasTags(template)) {
            return;
        }
        SmsText text = SmsText.measure(CodeTemplate.render(template, "0".repeat(codeLength())));
        if (text.parts() > 1) {
            findings.warning(field.valuePlace(), field.name(), problem(text), remedy(text));
        }
    }

    private int codeLength() {
        String length = document.text("options", "totp", "length").orElse("");
        return length.matches("[0-9]{1,2}") && Integer.parseInt(length) <= LONGEST
                ? Integer.parseInt(length)
                : USUAL_LENGTH;
    }

    private static String problem(SmsText text) {
        return "makes a message of at least " + text.parts() + " parts, and each part is charged: it has "
                + text.units() + " characters, and one part holds "
                + text.encoding().single();
    }

    private static String remedy(SmsText text) {
        return text.encoding() == Encoding.GSM_7
                ? "Shorten it; ^ { } [ ] ~ \\ | and the euro sign count twice."
                : "Shorten it, or replace these characters, which are not in the SMS alphabet; one part then holds 160: "
                        + String.join(" ", text.nonGsmCharacters());
    }
}

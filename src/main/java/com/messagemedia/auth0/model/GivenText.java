package com.messagemedia.auth0.model;

import com.messagemedia.auth0.model.CredentialText.Unexpanded;
import java.util.Optional;

/**
 * A text from outside the descriptor: an environment variable, a parameter or a login of settings.xml. Its {@code
 * toString} shows only the place.
 *
 * @param place its source, such as {@code MESSAGEMEDIA_BACKUP_KEY}
 * @param text the text
 */
public record GivenText(String place, String text) {

    /** The remedy for a text that Java could not read. */
    public static final String UTF_8 = "Run Maven in a UTF-8 locale, such as LC_ALL=C.UTF-8";

    /** The problem of a text that Java could not read, to follow its place. */
    public static final String UNREADABLE = "holds a character that Java could not read in the locale of this build";

    private static final String COPY = "Copy it again, without the text around it";

    private static final String REPLACE =
            "Write the credential itself there, without quotes, or set the variable that it refers to";

    /** The character that a decoder puts in place of bytes that it cannot decode. */
    private static final String REPLACEMENT = "\uFFFD";

    /** Whether Java could not read a text and put its replacement character into it. */
    public static boolean isUnreadable(String text) {
        return text.contains(REPLACEMENT);
    }

    /**
     * The text, unchanged, for a passphrase or the password of another program.
     *
     * @throws Fault if Java could not read it
     */
    public String readable() {
        if (isUnreadable(text)) {
            throw new Fault(place + " " + UNREADABLE + ".", UTF_8 + ".", Outcome.REFUSED);
        }
        return text;
    }

    /**
     * The text cleaned by the rule for keys, ids, secrets and tokens: {@link CredentialText}.
     *
     * @throws Fault if Java could not read it, it contains a blank or invisible character, or it is a placeholder
     */
    public String credential() {
        String clean = CredentialText.clean(readable());
        credentialFlaw().ifPresent(flaw -> {
            String remedy = Unexpanded.in(clean).isPresent() ? REPLACE : COPY;
            throw new Fault(place + " " + flaw + ".", remedy + ".", Outcome.REFUSED);
        });
        return clean;
    }

    /** Why the text cannot be a key, id, secret or token, a clause that follows the place; empty if it can. */
    public Optional<String> credentialFlaw() {
        if (isUnreadable(text)) {
            return Optional.of(UNREADABLE);
        }
        String clean = CredentialText.clean(text);
        return Unexpanded.in(clean)
                .map(Unexpanded::flaw)
                .or(() ->
                        CredentialText.invisible(clean.isEmpty() ? text : clean).map(CredentialText::flaw));
    }

    @Override
    public String toString() {
        return place;
    }
}

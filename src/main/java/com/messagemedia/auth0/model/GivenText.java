package com.messagemedia.auth0.model;

import com.messagemedia.auth0.model.CredentialText.Unexpanded;
import java.util.Optional;

/**
 * A text that the build gives past the descriptor: a variable, a parameter or a login of settings.xml. Its own text form shows
 * the place alone.
 *
 * @param place where it stands, such as {@code MESSAGEMEDIA_BACKUP_KEY}
 * @param text the text
 */
public record GivenText(String place, String text) {

    /** What to do about a text that Java could not read. */
    public static final String UTF_8 = "Run Maven in a UTF-8 locale, such as LC_ALL=C.UTF-8";

    /** Why a text cannot be used that Java could not read; the sentence begins with where it stands. */
    public static final String UNREADABLE = "holds a character that Java could not read in the locale of this build";

    private static final String COPY = "Copy it again, without what stands around it";

    private static final String REPLACE =
            "Write the credential itself there, without quotes, or set the variable that it refers to";

    /** The character that a decoder puts where bytes were no text. */
    private static final String REPLACEMENT = "\uFFFD";

    /** Whether Java could not read a text, and put its replacement character into it. */
    public static boolean isUnreadable(String text) {
        return text.contains(REPLACEMENT);
    }

    /**
     * The text as it is, for a passphrase or a password of another program.
     *
     * @throws Fault when Java could not read it
     */
    public String readable() {
        if (isUnreadable(text)) {
            throw new Fault(place + " " + UNREADABLE + ".", UTF_8 + ".", Outcome.REFUSED);
        }
        return text;
    }

    /**
     * The text by the one rule for keys, ids, secrets and tokens: {@link CredentialText}.
     *
     * @throws Fault when Java could not read it, a blank or invisible character is in it, or it stands in place of one
     */
    public String credential() {
        String clean = CredentialText.clean(readable());
        credentialFlaw().ifPresent(flaw -> {
            String remedy = Unexpanded.in(clean).isPresent() ? REPLACE : COPY;
            throw new Fault(place + " " + flaw + ".", remedy + ".", Outcome.REFUSED);
        });
        return clean;
    }

    /** Why the text is no key, id, secret or token, in words that follow the place; empty where it can be one. */
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

package com.messagemedia.auth0.model;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one rule for keys, ids, secrets and tokens of Auth0 and MessageMedia, whatever they come from. A byte order mark before
 * one and one line break after it go; every other blank or invisible character is a fault. Private keys and passphrases are not
 * meant: they keep what they hold.
 */
public final class CredentialText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern LAST_LINE_BREAK = Pattern.compile("(\\r\\n|\\n|\\r)\\z");

    private CredentialText() {}

    /** The credential without the byte order mark before it and the one line break after it. */
    public static String clean(String text) {
        return withoutMark(LAST_LINE_BREAK.matcher(text).replaceFirst(""));
    }

    /** The same for a text whose last line break is gone already. */
    public static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** The first blank or invisible character of a text, such as {@code U+00A0 NO-BREAK SPACE}; empty where it has none. */
    public static Optional<String> invisible(String text) {
        return text.codePoints()
                .filter(CredentialText::isInvisible)
                .mapToObj(CredentialText::name)
                .findFirst();
    }

    /** What is said about such a character, after the name of the place. */
    public static String flaw(String character) {
        return "holds the character " + character + ", which no key, id, secret or token has";
    }

    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }

    private static String name(int character) {
        return "U+" + HexFormat.of().withUpperCase().toHexDigits(character, character > 0xFFFF ? 5 : 4)
                + Optional.ofNullable(Character.getName(character))
                        .map(name -> " " + name)
                        .orElse("");
    }

    /** What stands in place of a credential where a pipeline or a shell did not fill it in, or masked it. */
    public static final class Unexpanded {

        /** No secret is named in these words: only what kind of text it is. */
        private static final Map<Pattern, String> KINDS = Map.of(
                Pattern.compile("\\$\\([^)]*\\)"), "a variable in $() that nobody replaced",
                Pattern.compile("##[^#]*##|#\\{[^}]*}#?"), "a variable in ## that nobody replaced",
                Pattern.compile("%[A-Za-z_][A-Za-z0-9_]*%"), "a variable in %% that nobody replaced",
                Pattern.compile("\\$\\{\\{?[^}]*}?}|\\{\\{[^}]*}}"), "a variable in braces that nobody replaced",
                Pattern.compile("[*•]{3,}"), "asterisks, the mask of a secret",
                Pattern.compile("(['\"`]).*\\1"), "a text in quotes, and the quotes would be sent");

        private Unexpanded() {}

        /** What the whole text is, in words that hold none of it; empty where it may be a credential. */
        public static Optional<String> in(String text) {
            return KINDS.entrySet().stream()
                    .filter(kind -> kind.getKey().matcher(text).matches())
                    .map(Map.Entry::getValue)
                    .sorted()
                    .findFirst();
        }

        /** What is said about such a text, after the name of the place. */
        public static String flaw(String what) {
            return "comes to " + what + ", which is no credential";
        }
    }
}

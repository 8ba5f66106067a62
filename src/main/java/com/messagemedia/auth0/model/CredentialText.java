package com.messagemedia.auth0.model;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The rule for keys, ids, secrets and tokens of Auth0 and MessageMedia, whatever their source. It removes a byte
 * order mark at the start, and blanks and line breaks at both ends: people paste them along. A blank in the middle, or
 * an invisible character, is a fault. The rule does not apply to private keys and passphrases: they stay as they are.
 */
public final class CredentialText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern OUTER_BLANKS = Pattern.compile("\\A[\\s\\h\\v]+|[\\s\\h\\v]+\\z");

    private CredentialText() {}

    /** The credential without the byte order mark, blanks and line breaks around it. */
    public static String clean(String text) {
        return OUTER_BLANKS.matcher(withoutMark(text)).replaceAll("");
    }

    /** The text without the byte order mark before it. Its last line break stays. */
    public static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /**
     * The first blank or invisible character of a text, such as {@code U+00A0 NO-BREAK SPACE}; empty if it has none.
     */
    public static Optional<String> invisible(String text) {
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int character = text.codePointAt(at);
            if (isInvisible(character)) {
                return Optional.of(name(character));
            }
        }
        return Optional.empty();
    }

    /** The problem of such a character: a clause that follows the name of the place. */
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

    /** Finds a placeholder: text that a pipeline or a shell did not replace with the credential, or masked. */
    public static final class Unexpanded {

        /** The words name the kind of text and never repeat the text itself. */
        private static final Map<Pattern, String> KINDS = Map.of(
                Pattern.compile("\\$\\([^)]*\\)"), "a variable in $() that was not replaced",
                Pattern.compile("##[^#]*##|#\\{[^}]*}#?"), "a variable in ## that was not replaced",
                Pattern.compile("%[A-Za-z_][A-Za-z0-9_]*%"), "a variable in %% that was not replaced",
                Pattern.compile("\\$\\{\\{?[^}]*}?}|\\{\\{[^}]*}}"), "a variable in braces that was not replaced",
                Pattern.compile("[*•]{3,}"), "asterisks, the mask of a secret",
                Pattern.compile("(['\"`]).*\\1"), "a text in quotes (the quotes would be sent)");

        /** Each kind has one of these, and hardly any credential has. */
        private static final String SIGNS = "$#%{*•'\"`";

        private Unexpanded() {}

        /** The kind of placeholder that the whole text is; empty if the text may be a credential. */
        public static Optional<String> in(String text) {
            if (!hasSign(text)) {
                return Optional.empty();
            }
            SortedSet<String> kinds = new TreeSet<>();
            for (Map.Entry<Pattern, String> kind : KINDS.entrySet()) {
                if (kind.getKey().matcher(text).matches()) {
                    kinds.add(kind.getValue());
                }
            }
            return kinds.isEmpty() ? Optional.empty() : Optional.of(kinds.first());
        }

        private static boolean hasSign(String text) {
            for (int at = 0; at < text.length(); at++) {
                if (SIGNS.indexOf(text.charAt(at)) >= 0) {
                    return true;
                }
            }
            return false;
        }

        /** The problem of such a text: a clause that follows the name of the place. */
        public static String flaw(String what) {
            return "is " + what + ", not a credential";
        }
    }
}

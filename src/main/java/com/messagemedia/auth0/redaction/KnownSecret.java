package com.messagemedia.auth0.redaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret value and the parts that reveal it. A beginning that all credentials of a kind share does not reveal
 * it: the PEM armour and the fixed bytes after it, a JWT's header, the prefix of a service's keys.
 */
record KnownSecret(String value) {

    /**
     * How many characters of a secret reveal it anywhere in a text: a random 16-character run never occurs by
     * chance.
     */
    static final int FRAGMENT = 16;

    private static final Pattern FIXED =
            Pattern.compile("eyJ[\\w-]*\\.|(?:sk|pk|rk)_(?:live|test)_|AKIA|ASIA|gh[pousr]_"
                    + "|github_pat_|xox[a-z]-|glpat-|npm_|SG\\.|key-|(?i:basic|bearer) ");
    private static final Pattern LINE_BREAK = Pattern.compile("[\r\n]");
    private static final Pattern ARMOUR = Pattern.compile("-----(?:BEGIN|END) [A-Z0-9 ]+-----");

    /** The algorithm and the lengths at the beginning of a key; these bytes are the same in many keys. */
    private static final Pattern KEY_HEAD = Pattern.compile("MI[A-Za-z0-9+/]{14,50}");

    /**
     * One to four words, joined as in names and sentences: a sentence of the plugin can contain the same words by
     * chance.
     */
    private static final Pattern WORD = Pattern.compile(
            "(?:\\p{Lu}?\\p{Ll}{1,14}|\\p{Lu}{2,14})(?:[ _./-]?(?:\\p{Lu}\\p{Ll}{1,14}|\\p{Ll}{2,14}|\\p{Lu}{2,14})){0,3}[.:,]?");

    /**
     * Whether the secret is one to four ordinary words, which the plugin's own sentences, names and paths can
     * contain too.
     */
    boolean isWord() {
        return WORD.matcher(value).matches();
    }

    boolean hasLettersAndDigits() {
        return hasLettersAndDigits(value);
    }

    static boolean hasLettersAndDigits(String text) {
        boolean letters = false;
        boolean digits = false;
        for (int at = 0; at < text.length(); at++) {
            letters |= Character.isLetter(text.charAt(at));
            digits |= Character.isDigit(text.charAt(at));
        }
        return letters && digits;
    }

    /** Whether a text is one character again and again. */
    static boolean isRepeated(String text) {
        return text.equals(text.substring(0, 1).repeat(text.length()));
    }

    /** The value as characters, and as UTF-8 bytes, as encodings write it. */
    List<String> spellings() {
        String bytes = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return bytes.equals(value) ? List.of(value) : List.of(value, bytes);
    }

    /** The value's lines without the shared beginnings that do not reveal it. */
    List<String> cores() {
        List<String> cores = new ArrayList<>();
        boolean key = ARMOUR.matcher(value).find();
        for (String spelling : spellings()) {
            for (String line : LINE_BREAK.split(ARMOUR.matcher(spelling).replaceAll("\n"), -1)) {
                String bare = line.strip();
                Matcher fixed = (key ? KEY_HEAD : FIXED).matcher(bare);
                String core = fixed.lookingAt() ? bare.substring(fixed.end()) : bare;
                if (!core.isEmpty()) {
                    cores.add(core);
                }
            }
        }
        return cores;
    }
}

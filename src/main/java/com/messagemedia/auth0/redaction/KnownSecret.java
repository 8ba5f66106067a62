package com.messagemedia.auth0.redaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret value, and the parts of it that give it away. What every credential of a kind begins with does not: PEM's armour and
 * the fixed bytes after it, a JWT's header, the prefix that a service puts before its keys.
 *
 * @param value the value
 */
record KnownSecret(String value) {

    /** How long a part of a secret is that gives the secret away, wherever it stands. */
    static final int FRAGMENT = 16;

    private static final Pattern FIXED =
            Pattern.compile("eyJ[\\w-]*\\.|(?:sk|pk|rk)_(?:live|test)_|AKIA|ASIA|gh[pousr]_"
                    + "|github_pat_|xox[a-z]-|glpat-|npm_|SG\\.|key-|(?i:basic|bearer) ");
    private static final Pattern ARMOUR = Pattern.compile("-----(?:BEGIN|END) [A-Z0-9 ]+-----");

    /** The algorithm and the lengths, before the first byte that differs from key to key. */
    private static final Pattern KEY_HEAD = Pattern.compile("MI[A-Za-z0-9+/]{14,50}");

    /** One to four words, joined as in names and sentences: a sentence of ours can hold the same by chance. */
    private static final Pattern WORD = Pattern.compile(
            "(?:\\p{Lu}?\\p{Ll}{1,14}|\\p{Lu}{2,14})(?:[ _./-]?(?:\\p{Lu}\\p{Ll}{1,14}|\\p{Ll}{2,14}|\\p{Lu}{2,14})){0,3}[.:,]?");

    /** Whether it is an ordinary word or two, which our own sentences, names and paths hold as well. */
    boolean isWord() {
        return WORD.matcher(value).matches();
    }

    boolean hasLettersAndDigits() {
        return hasLettersAndDigits(value);
    }

    static boolean hasLettersAndDigits(String text) {
        return text.chars().anyMatch(Character::isLetter) && text.chars().anyMatch(Character::isDigit);
    }

    /** The value as characters, and as the bytes of UTF-8 that an encoding spells out. */
    List<String> spellings() {
        String bytes = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return bytes.equals(value) ? List.of(value) : List.of(value, bytes);
    }

    /** What is left of the value without the beginnings that give nothing away; several where it has several lines. */
    List<String> cores() {
        List<String> cores = new ArrayList<>();
        boolean key = ARMOUR.matcher(value).find();
        for (String spelling : spellings()) {
            ARMOUR.matcher(spelling).replaceAll("\n").lines().map(String::strip).forEach(line -> {
                Matcher fixed = (key ? KEY_HEAD : FIXED).matcher(line);
                cores.add(fixed.lookingAt() ? line.substring(fixed.end()) : line);
            });
        }
        cores.removeIf(String::isEmpty);
        return cores;
    }
}

package com.messagemedia.auth0.redaction;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Readings.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes known secrets out of texts, also where they stand in them JSON-escaped, percent-encoded, as HTML or inside base64, and
 * the password out of every address. Texts are scrubbed before they are cut.
 *
 * <p>A foreign text, and a value, is scrubbed to the last: parts of a secret go as well. A line of our own may hold by chance a
 * word that is somebody's secret; taking it out would damage the line and tell the secret.
 */
public final class Redactor {

    /** What stands where a secret was. */
    public static final String MARK = "(secret)";

    /** A shorter value would take ordinary words out of every text; it is no usable credential either. */
    private static final int SHORTEST = 6;

    /** How much of a secret's beginning gives it away where the rest was cut off. */
    private static final int HEAD = 8;

    /** The password in an address; the user's name tells nothing. */
    private static final Pattern ADDRESS = Pattern.compile("://[^/\\s@:?#]*:([^/\\s@]+)@");

    /** Auth0's words for how messages are sent, whose meaning everybody knows. */
    private static final Set<String> PUBLIC = Set.of("sms_gateway", "twilio", "bearer", "liquid", "md_with_macros");

    private static final Redactor NONE = new Redactor(List.of());

    private final List<KnownSecret> secrets;
    private final Set<String> fragments = new HashSet<>();
    private final Set<String> cores = new LinkedHashSet<>();

    private Redactor(List<KnownSecret> secrets) {
        this.secrets = secrets;
        for (KnownSecret secret : secrets) {
            for (String core : secret.cores()) {
                if (core.length() >= HEAD) {
                    cores.add(core);
                }
                for (int start = 0;
                        secret.hasLettersAndDigits() && start + KnownSecret.FRAGMENT <= core.length();
                        start++) {
                    fragments.add(core.substring(start, start + KnownSecret.FRAGMENT));
                }
            }
        }
    }

    /** A redactor that knows no secret. */
    public static Redactor none() {
        return NONE;
    }

    /** A redactor of these values; left out are values under {@value #SHORTEST} characters, and one character repeated. */
    public static Redactor of(Collection<String> secrets) {
        return new Redactor(new TreeSet<>(secrets)
                .stream()
                        .filter(secret -> secret.strip().length() >= SHORTEST
                                && secret.chars().distinct().count() > 1)
                        .map(KnownSecret::new)
                        .toList());
    }

    /**
     * A foreign text or a value with {@value #MARK} where a secret stood, or 16 characters of one that has letters and digits, or
     * its first eight before the text ends or was cut.
     */
    public String scrub(String text) {
        return PUBLIC.contains(text) ? text : scrub(text, true);
    }

    /** A line or a name of our own, which may hold foreign parts; secrets that are ordinary words stay, as they can be ours. */
    public String scrubOwn(String text) {
        return scrub(text, false);
    }

    /** Whether a text holds a whole secret, however encoded. */
    public boolean finds(String text) {
        if (PUBLIC.contains(text)) {
            return false;
        }
        BitSet marks = new BitSet();
        for (Reading reading : Readings.of(text)) {
            markAddresses(reading, marks);
            secrets.forEach(secret -> markWhole(secret, reading, marks));
        }
        return !marks.isEmpty();
    }

    /** The same for all the texts of a value, the names in it too. */
    public boolean finds(Value value) {
        if (value instanceof Value.Text text) {
            return finds(text.text());
        }
        if (value instanceof Value.Numeral numeral) {
            return finds(numeral.literal());
        }
        if (value instanceof Value.Array array) {
            return array.items().stream().anyMatch(this::finds);
        }
        return value instanceof Value.Tree tree
                && tree.members().entrySet().stream()
                        .anyMatch((Map.Entry<String, Value> member) ->
                                finds(member.getKey()) || finds(member.getValue()));
    }

    private String scrub(String text, boolean foreign) {
        if (secrets.isEmpty() && !text.contains("@")) {
            return text;
        }
        BitSet marks = new BitSet(text.length());
        for (Reading reading : Readings.of(text)) {
            markAddresses(reading, marks);
            for (KnownSecret secret : secrets) {
                if (foreign || reading.isEncoded() || !secret.isWord()) {
                    markWhole(secret, reading, marks);
                }
            }
            markFragments(reading, foreign, marks);
            if (foreign || reading.isEncoded()) {
                cores.forEach(core -> markHeads(core, reading, marks));
            }
        }
        return replaced(text, marks);
    }

    private static void markAddresses(Reading reading, BitSet marks) {
        if (reading.text().contains("://")) {
            Matcher addresses = ADDRESS.matcher(reading.text());
            while (addresses.find()) {
                mark(reading, addresses.start(1), addresses.end(1), marks);
            }
        }
    }

    private static void markWhole(KnownSecret secret, Reading reading, BitSet marks) {
        for (String spelling : secret.spellings()) {
            int found = reading.text().indexOf(spelling);
            while (found >= 0) {
                mark(reading, found, found + spelling.length(), marks);
                found = reading.text().indexOf(spelling, found + 1);
            }
        }
    }

    private void markFragments(Reading reading, boolean foreign, BitSet marks) {
        String text = reading.text();
        for (int start = 0; !fragments.isEmpty() && start + KnownSecret.FRAGMENT <= text.length(); start++) {
            String window = text.substring(start, start + KnownSecret.FRAGMENT);
            if (fragments.contains(window)
                    && (foreign || reading.isEncoded() || KnownSecret.hasLettersAndDigits(window))) {
                mark(reading, start, start + KnownSecret.FRAGMENT, marks);
            }
        }
    }

    private static void markHeads(String core, Reading reading, BitSet marks) {
        String text = reading.text();
        String head = core.substring(0, HEAD);
        for (int found = text.indexOf(head); found >= 0; found = text.indexOf(head, found + 1)) {
            int end = found + HEAD;
            while (end < text.length() && end - found < core.length() && text.charAt(end) == core.charAt(end - found)) {
                end++;
            }
            if (isCut(text, end, KnownSecret.hasLettersAndDigits(text.substring(found, end)))) {
                mark(reading, found, end, marks);
            }
        }
    }

    /** Whether a text was cut here. What looks like no word of a language was also where a quote or a space closes it. */
    private static boolean isCut(String text, int end, boolean unlikeWords) {
        if (end == text.length()
                || text.charAt(end) == '\0'
                || text.charAt(end) == '…'
                || text.startsWith("...", end)) {
            return true;
        }
        return unlikeWords && !Character.isLetterOrDigit(text.charAt(end));
    }

    private static void mark(Reading reading, int from, int to, BitSet marks) {
        marks.set(reading.start(from), reading.end(to - 1));
    }

    private static String replaced(String text, BitSet marks) {
        StringBuilder scrubbed = new StringBuilder();
        int next = 0;
        for (int from = marks.nextSetBit(0); from >= 0; from = marks.nextSetBit(next)) {
            scrubbed.append(text, next, from).append(MARK);
            next = marks.nextClearBit(from);
        }
        return scrubbed.append(text, next, text.length()).toString();
    }

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
                ARMOUR.matcher(spelling)
                        .replaceAll("\n")
                        .lines()
                        .map(String::strip)
                        .forEach(line -> {
                            Matcher fixed = (key ? KEY_HEAD : FIXED).matcher(line);
                            cores.add(fixed.lookingAt() ? line.substring(fixed.end()) : line);
                        });
            }
            cores.removeIf(String::isEmpty);
            return cores;
        }
    }
}

package com.messagemedia.auth0.redaction;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Readings.Reading;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes known secrets from texts, also when they are JSON-escaped, percent-encoded, in HTML or in base64. It also
 * removes the password of every URL. Callers scrub a text before they cut it.
 *
 * <p>In foreign texts and in values it removes parts of a secret too. In the plugin's own lines it keeps ordinary
 * words: such a word can equal somebody's secret by chance, and its removal would damage the line and reveal the
 * secret.
 */
public final class Redactor {

    /** Replaces a secret. */
    public static final String MARK = "(secret)";

    /**
     * The shortest value that counts as a secret. A shorter one would remove ordinary words from every text, and is
     * too short for a credential.
     */
    private static final int SHORTEST = 6;

    /** How many first characters of a secret are enough to recognise it in a text that was cut. */
    private static final int HEAD = 8;

    /** The password in a URL; the user name is not secret. */
    private static final Pattern ADDRESS = Pattern.compile("://[^/\\s@:?#]*:([^/\\s@]+)@");

    /** Auth0's own option values. They are public even if somebody uses one as a secret. */
    private static final Set<String> PUBLIC = Set.of("sms_gateway", "twilio", "bearer", "liquid", "md_with_macros");

    private static final Redactor NONE = new Redactor(List.of());

    private final boolean isEmpty;
    private final Set<String> fragments = new HashSet<>();
    private final TextTree whole = new TextTree();
    private final TextTree wholeButWords = new TextTree();
    private final TextTree cores = new TextTree();

    private Redactor(List<KnownSecret> secrets) {
        this.isEmpty = secrets.isEmpty();
        for (KnownSecret secret : secrets) {
            boolean word = secret.isWord();
            for (String spelling : secret.spellings()) {
                whole.add(spelling);
                if (!word) {
                    wholeButWords.add(spelling);
                }
            }
            boolean unlikeWords = secret.hasLettersAndDigits();
            for (String core : secret.cores()) {
                if (core.length() >= HEAD) {
                    cores.add(core);
                }
                for (int start = 0; unlikeWords && start + KnownSecret.FRAGMENT <= core.length(); start++) {
                    fragments.add(core.substring(start, start + KnownSecret.FRAGMENT));
                }
            }
        }
    }

    /** A redactor without secrets. */
    public static Redactor none() {
        return NONE;
    }

    /**
     * A redactor of these values. It ignores values under {@value #SHORTEST} characters, and a single repeated
     * character.
     */
    public static Redactor of(Collection<String> secrets) {
        List<KnownSecret> known = new ArrayList<>();
        for (String secret : new TreeSet<>(secrets)) {
            if (secret.strip().length() >= SHORTEST && !KnownSecret.isRepeated(secret)) {
                known.add(new KnownSecret(secret));
            }
        }
        return new Redactor(known);
    }

    /**
     * A foreign text or a value with {@value #MARK} in place of each secret. This also replaces 16 characters of a
     * secret with letters and digits, and its first eight characters if the text ends there or was cut there.
     */
    public String scrub(String text) {
        return PUBLIC.contains(text) ? text : scrub(text, true);
    }

    /**
     * A line or a name of the plugin, which may contain foreign parts. Secrets that are ordinary words stay: they can
     * be the plugin's own words.
     */
    public String scrubOwn(String text) {
        return scrub(text, false);
    }

    /** Whether a text contains a whole secret, in any encoding. */
    public boolean finds(String text) {
        if (PUBLIC.contains(text)) {
            return false;
        }
        BitSet marks = new BitSet();
        for (Reading reading : Readings.of(text)) {
            markAddresses(reading, marks);
            markWhole(whole, reading, marks);
        }
        return !marks.isEmpty();
    }

    /** Whether a text in a value, or a name in it, contains a whole secret in any encoding. */
    public boolean finds(Value value) {
        if (value instanceof Value.Text text) {
            return finds(text.text());
        }
        if (value instanceof Value.Numeral numeral) {
            return finds(numeral.literal());
        }
        if (value instanceof Value.Array array) {
            return findsIn(array.items());
        }
        return value instanceof Value.Tree tree && findsIn(tree.members());
    }

    private boolean findsIn(List<Value> items) {
        for (Value item : items) {
            if (finds(item)) {
                return true;
            }
        }
        return false;
    }

    private boolean findsIn(Map<String, Value> members) {
        for (Map.Entry<String, Value> member : members.entrySet()) {
            if (finds(member.getKey()) || finds(member.getValue())) {
                return true;
            }
        }
        return false;
    }

    private String scrub(String text, boolean foreign) {
        if (isEmpty && !text.contains("@")) {
            return text;
        }
        BitSet marks = new BitSet(text.length());
        for (Reading reading : Readings.of(text)) {
            markAddresses(reading, marks);
            markWhole(foreign || reading.isEncoded() ? whole : wholeButWords, reading, marks);
            markFragments(reading, foreign, marks);
            if (foreign || reading.isEncoded()) {
                markHeads(reading, marks);
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

    private static void markWhole(TextTree spellings, Reading reading, BitSet marks) {
        String text = reading.text();
        for (int start = spellings.nextStart(text, 0);
                start < text.length();
                start = spellings.nextStart(text, start + 1)) {
            int end = spellings.longestAt(text, start);
            if (end > start) {
                mark(reading, start, end, marks);
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

    private void markHeads(Reading reading, BitSet marks) {
        String text = reading.text();
        for (int start = cores.nextStart(text, 0); start < text.length(); start = cores.nextStart(text, start + 1)) {
            for (int end : cores.partingsAt(text, start, HEAD)) {
                if (isCut(text, end, KnownSecret.hasLettersAndDigits(text.substring(start, end)))) {
                    mark(reading, start, end, marks);
                }
            }
        }
    }

    /**
     * Whether a text was cut here. A quote or a space also counts as a cut after text that does not look like a word.
     */
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
}

package com.messagemedia.auth0.yaml;

import com.messagemedia.auth0.yaml.Field.Place;
import java.util.BitSet;
import java.util.function.Predicate;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Refuses characters that make a reviewer see a different file than the plugin reads. Lines are counted as editors
 * count them. Users who need such a character write its escape, which everyone can see.
 */
public final class HiddenCharacterRules {

    /** The first 20 are enough to find the cause; a longer list fills the screen. */
    private static final int MOST_TOLD = 20;

    private final int[] text;
    private final Findings findings;
    private int told;

    private HiddenCharacterRules(String text, Findings findings) {
        this.text = codePoints(text);
        this.findings = findings;
    }

    /** The characters of a text. Java's stream of them would load twenty classes in each run. */
    private static int[] codePoints(String text) {
        int[] characters = new int[text.codePointCount(0, text.length())];
        int at = 0;
        for (int index = 0; index < characters.length; index++) {
            characters[index] = text.codePointAt(at);
            at += Character.charCount(characters[index]);
        }
        return characters;
    }

    /** Refuses the characters that no file needs. Call it before YAML counts lines. */
    public static void checkText(String text, Findings findings) {
        new HiddenCharacterRules(text, findings).text();
    }

    /**
     * Refuses joiners outside of messages, and blanks other than spaces in keys and values.
     *
     * @param isProse whether a field's value is text for people: it may contain joiners, and blanks of other widths
     */
    public static void checkDocument(String text, Field document, Predicate<Field> isProse, Findings findings) {
        new HiddenCharacterRules(text, findings).document(document, isProse);
    }

    private void text() {
        Cursor cursor = new Cursor();
        for (int index = 0; index < text.length; index++) {
            int codePoint = text[index];
            HiddenCharacter kind = HiddenCharacter.of(codePoint).orElse(HiddenCharacter.BLANK);
            boolean refused = kind != HiddenCharacter.JOINER && kind != HiddenCharacter.BLANK;
            if (refused && !endsLine(index)) {
                tell(cursor.place(index), codePoint, kind);
            }
        }
    }

    /** Whether this carriage return is part of a Windows line ending. */
    private boolean endsLine(int index) {
        return text[index] == '\r' && index + 1 < text.length && text[index + 1] == '\n';
    }

    private void document(Field document, Predicate<Field> isProse) {
        BitSet prose = new BitSet();
        BitSet strict = new BitSet();
        for (Field field : document.all()) {
            if (field.key().isPresent()) {
                mark(strict, field.key().get());
            }
            if (field.value() instanceof ScalarNode value) {
                mark(isProse.test(field) ? prose : strict, value);
            }
        }
        Cursor cursor = new Cursor();
        for (int index = 0; index < text.length; index++) {
            HiddenCharacter kind = HiddenCharacter.of(text[index]).orElse(HiddenCharacter.LINE_BREAK);
            if ((kind == HiddenCharacter.JOINER && !prose.get(index))
                    || (kind == HiddenCharacter.BLANK && strict.get(index))) {
                tell(cursor.place(index), text[index], kind);
            }
        }
    }

    private static void mark(BitSet places, Node node) {
        places.set(node.getStartMark().getIndex(), node.getEndMark().getIndex());
    }

    private void tell(Place place, int codePoint, HiddenCharacter kind) {
        if (++told > MOST_TOLD) {
            return;
        }
        findings.error(
                place,
                "",
                "the character " + HiddenCharacter.name(codePoint) + " " + kind.effect(),
                told == MOST_TOLD
                        ? "Delete it, and look for more such characters: only the first " + MOST_TOLD + " are listed."
                        : remedy(codePoint));
    }

    private static String remedy(int codePoint) {
        if (codePoint == '\r') {
            return "Save the file with LF or CRLF at the end of each line.";
        }
        return Character.getType(codePoint) == Character.CONTROL && codePoint != 0x85
                ? "Delete it."
                : "Delete it, or write " + HiddenCharacter.escape(codePoint)
                        + " within double quotes where a text needs it.";
    }

    /** Counts lines as an editor does. Callers ask for places in the order of the file. */
    private final class Cursor {
        private int next;
        private int line;
        private int start;

        Place place(int index) {
            for (; next < index; next++) {
                if (text[next] == '\n') {
                    line++;
                    start = next + 1;
                }
            }
            return new Place(line, index - start, line, index - start + 1);
        }
    }
}

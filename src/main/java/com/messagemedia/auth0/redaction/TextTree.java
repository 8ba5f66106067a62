package com.messagemedia.auth0.redaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Known texts, character by character. To look for all of them takes the same time as to look for one. */
final class TextTree {

    private final Node root = new Node();
    private final BitSet firsts = new BitSet();

    /** Adds a text, which is not empty. */
    void add(String text) {
        firsts.set(text.charAt(0));
        Node node = root;
        for (int at = 0; at < text.length(); at++) {
            node = node.at(text.charAt(at));
        }
        node.isEnd = true;
    }

    /** The first index, from this one on, at which a known text may begin; the text's length if there is none. */
    int nextStart(String text, int from) {
        int at = from;
        while (at < text.length() && !firsts.get(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where the longest known text ends that begins here; the start itself if none does. */
    int longestAt(String text, int start) {
        int end = start;
        Node node = root;
        for (int at = start; node != null; at++) {
            end = node.isEnd ? at : end;
            node = node.after(text, at);
        }
        return end;
    }

    /**
     * Where this text and a known one part that begin alike here: after the last character that they share.
     *
     * @param shortest how many characters they share at least
     */
    List<Integer> partingsAt(String text, int start, int shortest) {
        List<Integer> ends = new ArrayList<>();
        Node node = root;
        for (int at = start; node != null; at++) {
            Node after = node.after(text, at);
            boolean parts = node.isEnd || node.next.size() > (after == null ? 0 : 1);
            if (parts && at - start >= shortest) {
                ends.add(at);
            }
            node = after;
        }
        return ends;
    }

    /** The texts that begin with the same characters. */
    private static final class Node {

        private final Map<Character, Node> next = new HashMap<>(1);
        private boolean isEnd;

        /** The node of the next character. It is made if it is missing. */
        Node at(char character) {
            Node known = next.get(character);
            if (known != null) {
                return known;
            }
            Node made = new Node();
            next.put(character, made);
            return made;
        }

        @Nullable
        Node after(String text, int at) {
            return at < text.length() ? next.get(text.charAt(at)) : null;
        }
    }
}

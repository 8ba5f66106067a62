package com.messagemedia.auth0.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path of one option inside a connection's options, such as {@code gateway_authentication.subject}. Its text form
 * uses dots; a key that is not a plain word is in brackets and quotes: {@code upstream_params["a.b"].alias}.
 */
public final class FieldPath implements Comparable<FieldPath> {

    // The group inside the quotes is possessive: a backtracking group overflows the stack on a long key.
    private static final Pattern SEGMENT =
            Pattern.compile("\\G(?:\\.?([A-Za-z0-9_-]+)|\\[\"((?:[^\"\\\\]|\\\\.)*+)\"])");

    private final List<String> segments;

    /** The text form; null until its first use. A sort needs it many times. Two threads may both make it, and make the same. */
    private @Nullable String text;

    /**
     * Creates a path.
     *
     * @param segments the keys from the top
     * @throws IllegalArgumentException if there is none
     */
    public FieldPath(List<String> segments) {
        this.segments = List.copyOf(segments);
        if (this.segments.isEmpty()) {
            throw new IllegalArgumentException("a path needs at least one key");
        }
    }

    /** The path through these keys. */
    public static FieldPath of(String... keys) {
        return new FieldPath(List.of(keys));
    }

    /**
     * Reads a path as {@link #toString()} writes it.
     *
     * @throws IllegalArgumentException if the text is not a path; the message does not repeat the text
     */
    public static FieldPath parse(String text) {
        List<String> keys = new ArrayList<>();
        Matcher matcher = SEGMENT.matcher(text);
        int end = 0;
        while (matcher.find()) {
            boolean dotted = text.charAt(matcher.start()) == '.';
            if (matcher.group(1) != null && dotted == keys.isEmpty()) {
                break;
            }
            keys.add(
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2).replaceAll("\\\\(.)", "$1"));
            end = matcher.end();
        }
        if (end != text.length()) {
            throw new IllegalArgumentException("not a path of keys separated by dots");
        }
        return new FieldPath(keys);
    }

    /** The path of a member of the value at this path. */
    public FieldPath child(String key) {
        List<String> longer = new ArrayList<>(segments);
        longer.add(key);
        return new FieldPath(longer);
    }

    /** The paths above this one, the top one first. */
    public List<FieldPath> above() {
        List<FieldPath> paths = new ArrayList<>();
        for (int length = 1; length < segments.size(); length++) {
            paths.add(new FieldPath(segments.subList(0, length)));
        }
        return List.copyOf(paths);
    }

    /** Whether this path is {@code other} or lies below it. */
    public boolean startsWith(FieldPath other) {
        return segments.size() >= other.segments.size()
                && segments.subList(0, other.segments.size()).equals(other.segments);
    }

    /** Whether the two paths are equal or one is below the other. A change of one then changes the other. */
    public boolean overlaps(FieldPath other) {
        return startsWith(other) || other.startsWith(this);
    }

    /** The keys from the top, at least one. */
    public List<String> segments() {
        return segments;
    }

    /** The first key. */
    public String head() {
        return segments.get(0);
    }

    /** The last key. */
    public String last() {
        return segments.get(segments.size() - 1);
    }

    /**
     * Whether this path, or one above it, is in a set. The time does not grow with the set.
     *
     * @param paths a set that finds a member by its hash
     */
    public boolean isAtOrBelowOneOf(Set<FieldPath> paths) {
        return paths.contains(this) || !Collections.disjoint(paths, above());
    }

    /** Compares the text forms. */
    @Override
    public int compareTo(FieldPath other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldPath path && path.segments.equals(segments);
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    @Override
    public String toString() {
        String known = text;
        if (known == null) {
            known = written();
            text = known;
        }
        return known;
    }

    private String written() {
        StringBuilder written = new StringBuilder();
        for (String key : segments) {
            PathText.append(key, written);
        }
        return written.toString();
    }
}

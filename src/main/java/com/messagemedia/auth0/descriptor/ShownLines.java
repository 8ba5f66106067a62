package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.schema.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides whether the lines of a file may be shown: only if it looks like one of a descriptor, as a link can lead to any file. */
final class ShownLines {

    /** A line without indentation that only a descriptor has. */
    private static final Pattern VERSION = Pattern.compile("version:\\s+1\\s*(?:#.*)?");

    private static final Pattern LEFT_OUT = Pattern.compile("\\s*(?:#.*|---\\s*(?:#.*)?|%YAML.*)?");
    private static final Pattern FIRST_KEY = Pattern.compile("[\\s{-]*[\"']?([\\w.-]{1,64})[\"']?\\s{0,8}:(?:\\s.*)?");

    /** A key, and what can stand between a key and the first one below it. */
    private static final Pattern KEY = Pattern.compile("(?<![\\w.-])([\\w.-]{1,64})[\"']?\\s{0,8}:(?=\\s|$)");

    private static final Pattern NO_VALUE = Pattern.compile("\\s*(?:[{#].*|null\\b.*|~.*)?");
    private static final Pattern BRACES = Pattern.compile("[\\s{},]*");

    /** Whether the lines look like a descriptor. */
    static boolean beginAsDescriptor(List<String> lines) {
        for (String line : lines) {
            if (VERSION.matcher(line).matches()) {
                return true;
            }
        }
        return beginsAsOne(lines);
    }

    /**
     * Whether the lines look like environments: before the first key with a value of its own there is a key of a descriptor, or
     * one similar to it; or there are names alone.
     */
    static boolean beginAsEnvironments(List<String> lines) {
        Set<String> keys = new HashSet<>(DescriptorSchema.get().keys(List.of()));
        keys.addAll(DescriptorSchema.get().keys(List.of(Environments.KEY, "any")));
        for (String line : lines) {
            if (!LEFT_OUT.matcher(line).matches()) {
                Optional<Boolean> decided = decide(line, keys);
                if (decided.isPresent()) {
                    return decided.get();
                }
            }
        }
        return true;
    }

    /** Whether a line shows that a file has environments; empty if it only has names. */
    private static Optional<Boolean> decide(String line, Set<String> keys) {
        Matcher found = KEY.matcher(line);
        boolean named = false;
        while (found.find()) {
            named = true;
            String key = found.group(1);
            if (keys.contains(key) || Suggestion.nearest(key, keys).isPresent()) {
                return Optional.of(true);
            }
            if (!NO_VALUE.matcher(line).region(found.end(), line.length()).matches()) {
                return Optional.of(false);
            }
        }
        return named || BRACES.matcher(line).matches() ? Optional.empty() : Optional.of(false);
    }

    /** Whether the file's first key is a key of a descriptor, or similar to one. */
    private static boolean beginsAsOne(List<String> lines) {
        Set<String> keys = DescriptorSchema.get().keys(List.of());
        for (String line : lines) {
            if (!LEFT_OUT.matcher(line).matches()) {
                Matcher first = FIRST_KEY.matcher(line);
                return first.matches()
                        && (keys.contains(first.group(1))
                                || Suggestion.nearest(first.group(1), keys).isPresent());
            }
        }
        return false;
    }

    private ShownLines() {}
}

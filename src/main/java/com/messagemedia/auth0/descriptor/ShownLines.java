package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.schema.Suggestion;
import com.messagemedia.auth0.yaml.SourceText;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides which lines of a file may be shown: none unless the file looks like a descriptor, as a link can lead to any file. */
final class ShownLines {

    /** A line without indentation that only a descriptor has. */
    private static final Pattern VERSION = Pattern.compile("version:\\s+1\\s*(?:#.*)?");

    private static final Pattern LEFT_OUT = Pattern.compile("\\s*(?:#.*|---\\s*(?:#.*)?|%YAML.*)?");
    private static final Pattern FIRST_KEY = Pattern.compile("[\\s{-]*[\"']?([\\w.-]{1,64})[\"']?\\s{0,8}:(?:\\s.*)?");

    /** Returns a file's masked lines; none of them is shown unless the file looks like a descriptor. */
    static SourceText of(String fileName, List<String> lines, List<String> masked) {
        boolean descriptor = lines.stream().map(VERSION::matcher).anyMatch(Matcher::matches) || beginsAsOne(lines);
        return new SourceText(fileName, masked, descriptor, CredentialShapes::mask);
    }

    /** Whether the file's first key is a key of a descriptor, or similar to one. */
    private static boolean beginsAsOne(List<String> lines) {
        Set<String> keys = DescriptorSchema.get().keys(List.of());
        return lines.stream()
                .filter(line -> !LEFT_OUT.matcher(line).matches())
                .findFirst()
                .map(FIRST_KEY::matcher)
                .filter(Matcher::matches)
                .filter(first -> keys.contains(first.group(1))
                        || Suggestion.nearest(first.group(1), keys).isPresent())
                .isPresent();
    }

    private ShownLines() {}
}

package com.messagemedia.auth0.descriptor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which environments of a descriptor the user chooses: none, one by its name, or several by names and globs.
 *
 * @param patterns names and globs as the user wrote them; in a glob {@code *} stands for any characters, also none
 */
public record EnvironmentChoice(List<String> patterns) {

    /** The word that chooses every environment, so that no environment can have this name. */
    public static final String ALL = "all";

    /** Stands in a glob for any characters, also none. */
    static final String ANY = "*";

    public EnvironmentChoice {
        patterns = List.copyOf(patterns);
    }

    /** Reads a list of names and globs with commas between them, or {@code all}. An empty list chooses none. */
    public static EnvironmentChoice of(Optional<String> text) {
        return new EnvironmentChoice(text.stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals(ALL) ? ANY : word)
                .toList());
    }

    /** Whether it can choose more than one environment. */
    public boolean isSeveral() {
        return patterns.size() > 1 || patterns.stream().anyMatch(pattern -> pattern.contains(ANY));
    }

    /** The environment that it chooses by name; empty if it chooses none or several. */
    public Optional<String> single() {
        return isSeveral() ? Optional.empty() : patterns.stream().findFirst();
    }

    /** Whether it chooses this environment. */
    boolean chooses(String name) {
        return patterns.stream()
                .anyMatch(pattern -> expression(pattern).matcher(name).matches());
    }

    /** Returns the chosen ones among these names, in their order. */
    List<String> among(Collection<String> names) {
        List<Pattern> expressions =
                patterns.stream().map(EnvironmentChoice::expression).toList();
        return names.stream()
                .filter(name -> expressions.stream()
                        .anyMatch(pattern -> pattern.matcher(name).matches()))
                .toList();
    }

    /** Returns the patterns that choose none of these names. */
    List<String> unknown(Collection<String> names) {
        return patterns.stream()
                .filter(pattern -> names.stream()
                        .noneMatch(name -> expression(pattern).matcher(name).matches()))
                .toList();
    }

    private static Pattern expression(String glob) {
        return Pattern.compile(Stream.of(glob.split(Pattern.quote(ANY), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }
}

package com.messagemedia.auth0.descriptor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
        List<String> patterns = new ArrayList<>();
        for (String part : text.orElse("").split(",", -1)) {
            String word = part.trim();
            if (!word.isEmpty()) {
                patterns.add(word.equals(ALL) ? ANY : word);
            }
        }
        return new EnvironmentChoice(patterns);
    }

    /** Whether it can choose more than one environment. */
    public boolean isSeveral() {
        for (String pattern : patterns) {
            if (pattern.contains(ANY)) {
                return true;
            }
        }
        return patterns.size() > 1;
    }

    /** The environment that it chooses by name; empty if it chooses none or several. */
    public Optional<String> single() {
        return isSeveral() || patterns.isEmpty() ? Optional.empty() : Optional.of(patterns.get(0));
    }

    /** Whether it chooses this environment. */
    boolean chooses(String name) {
        return !among(List.of(name)).isEmpty();
    }

    /** Returns the chosen ones among these names, in their order. */
    List<String> among(Collection<String> names) {
        List<Pattern> expressions = new ArrayList<>();
        for (String pattern : patterns) {
            expressions.add(expression(pattern));
        }
        List<String> among = new ArrayList<>();
        for (String name : names) {
            if (isAny(expressions, name)) {
                among.add(name);
            }
        }
        return Collections.unmodifiableList(among);
    }

    private static boolean isAny(List<Pattern> expressions, String name) {
        for (Pattern expression : expressions) {
            if (expression.matcher(name).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the patterns that choose none of these names. */
    List<String> unknown(Collection<String> names) {
        List<String> unknown = new ArrayList<>();
        for (String pattern : patterns) {
            if (new EnvironmentChoice(List.of(pattern)).among(names).isEmpty()) {
                unknown.add(pattern);
            }
        }
        return Collections.unmodifiableList(unknown);
    }

    private static Pattern expression(String glob) {
        List<String> parts = new ArrayList<>();
        for (String part : glob.split(Pattern.quote(ANY), -1)) {
            parts.add(Pattern.quote(part));
        }
        return Pattern.compile(String.join(".*", parts));
    }
}

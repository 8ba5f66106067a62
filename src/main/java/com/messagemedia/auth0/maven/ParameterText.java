package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.model.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The text that a user gives a parameter. */
final class ParameterText {

    /** What other programs take for true or false. */
    private static final Pattern TRUTH = Pattern.compile("(?i)yes|no|y|n|on|off|1|0|");

    private ParameterText() {}

    /** The text without the spaces around it; empty if the parameter is not given or blank. */
    static Optional<String> nonBlank(@Nullable String text) {
        String said = text == null ? "" : text.trim();
        return said.isEmpty() ? Optional.empty() : Optional.of(said);
    }

    /** The texts of a parameter that takes several, without the spaces around them. */
    static Set<String> trimmed(@Nullable List<String> texts) {
        Set<String> trimmed = new HashSet<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            trimmed.add(text.trim());
        }
        return trimmed;
    }

    /** The names of a parameter that is a list of names, or {@code true} in whatever capitals; other words for yes are a fault. */
    static Set<String> namesOrTrue(String property, @Nullable List<String> texts) {
        Set<String> names = new HashSet<>();
        for (String text : trimmed(texts)) {
            if (TRUTH.matcher(text).matches()) {
                throw new Fault(property + " is \"" + text + "\".", "Use true, or the names of environments.");
            }
            names.add(text.equalsIgnoreCase("true") ? "true" : text);
        }
        return names;
    }

    /** The constant of a word, in whatever capitals; any other word is a fault that names the known ones. */
    static <E extends Enum<E>> E choice(String property, String word, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word.trim())) {
                return constant;
            }
        }
        throw new Fault(property + " is \"" + word + "\".", "Use one of " + words(type) + ".");
    }

    /** The same for a parameter without a default; empty if it is not given or blank. */
    static <E extends Enum<E>> Optional<E> optionalChoice(String property, @Nullable String word, Class<E> type) {
        return nonBlank(word).map(text -> choice(property, text, type));
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        List<String> words = Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}

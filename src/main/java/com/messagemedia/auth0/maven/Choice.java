package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Fault;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A parameter that has one of a few words for its value. */
final class Choice {

    private Choice() {}

    /** The constant of a word, in whatever capitals; any other word is a fault that names the known ones. */
    static <E extends Enum<E>> E of(String property, String word, Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(word.trim()))
                .findFirst()
                .orElseThrow(() -> new Fault(property + " is \"" + word + "\".", "Use one of " + words(type) + "."));
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        List<String> words = Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}

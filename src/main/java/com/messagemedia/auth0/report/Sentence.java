package com.messagemedia.auth0.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence of a plan, in which a reader can copy what is for the command line or the descriptor. */
record Sentence(String text) {

    private static final Pattern TO_COPY =
            Pattern.compile("-Dmessagemedia\\.[A-Za-z]+(?:=[A-Za-z0-9.,_*-]*[A-Za-z0-9_*])?|onConflict: \\{[^{}\"]*}");

    /** Returns the sentence with a capital letter at its beginning. */
    Sentence capital() {
        int first = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
        return new Sentence(text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first));
    }

    /**
     * Returns the sentence in some markup.
     *
     * @param plain writes what is read
     * @param code writes what is copied
     */
    String in(UnaryOperator<String> plain, UnaryOperator<String> code) {
        List<String> parts = new ArrayList<>();
        Matcher copied = TO_COPY.matcher(text);
        int next = 0;
        while (copied.find()) {
            parts.add(plain.apply(text.substring(next, copied.start())));
            parts.add(code.apply(copied.group()));
            next = copied.end();
        }
        parts.add(plain.apply(text.substring(next)));
        return String.join("", parts);
    }
}

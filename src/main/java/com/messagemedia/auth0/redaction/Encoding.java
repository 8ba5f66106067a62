package com.messagemedia.auth0.redaction;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways in which a text writes some characters as several, and how it reads without them. */
enum Encoding {
    /** JSON's escapes, and the longer form that the plugin's own lines have. */
    JSON("\\", "\\\\(?:u([0-9a-fA-F]{4})|u\\{([0-9a-fA-F]{1,6})\\}|([^u]))"),
    /** The codes of an address, in either case; bytes of UTF-8. */
    PERCENT("%", "%([0-9a-fA-F]{2})"),
    /** A form's spaces. */
    FORM("+", "(\\+)"),
    /** The entities of HTML and XML. */
    ENTITIES("&", "&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));");

    private static final int HEXADECIMAL = 16;
    private static final int DECIMAL = 10;
    private static final Map<String, String> LETTERS = Map.of("n", "\n", "r", "\r", "t", "\t", "b", "\b", "f", "\f");
    private static final Map<String, String> NAMES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    private final String sign;
    private final Pattern pattern;

    Encoding(String sign, String pattern) {
        this.sign = sign;
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
    }

    /** How a text reads without this encoding; empty where it does not use it. */
    Optional<Reading> undo(Reading reading) {
        if (!reading.text().contains(sign)) {
            return Optional.empty();
        }
        Reading.Builder decoded = reading.decoding();
        Matcher codes = pattern.matcher(reading.text());
        int next = 0;
        while (codes.find()) {
            copy(reading, decoded, next, codes.start());
            for (char character : decode(codes).toCharArray()) {
                decoded.add(character, codes.start(), codes.end());
            }
            next = codes.end();
        }
        copy(reading, decoded, next, reading.text().length());
        return next == 0 ? Optional.empty() : Optional.of(decoded.build(false));
    }

    private static void copy(Reading reading, Reading.Builder decoded, int from, int to) {
        for (int index = from; index < to; index++) {
            decoded.add(reading.text().charAt(index), index, index + 1);
        }
    }

    private String decode(Matcher code) {
        return switch (this) {
            case JSON ->
                code.group(3) == null
                        ? character(code.group(1) == null ? code.group(2) : code.group(1), HEXADECIMAL)
                        : LETTERS.getOrDefault(code.group(3), code.group(3));
            case PERCENT -> character(code.group(1), HEXADECIMAL);
            case FORM -> " ";
            case ENTITIES ->
                code.group(3) == null
                        ? (code.group(1) == null
                                ? character(code.group(2), HEXADECIMAL)
                                : character(code.group(1), DECIMAL))
                        : NAMES.getOrDefault(code.group(3), "");
        };
    }

    private static String character(String digits, int radix) {
        int codePoint = Integer.parseInt(digits, radix);
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "?";
    }
}

package com.messagemedia.auth0.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of a query string or of a form. */
record Query(Map<String, List<String>> parameters) {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

    /**
     * Reads the encoded form of a query or form.
     *
     * @throws IllegalArgumentException for a broken percent escape
     */
    static Query parse(String encoded) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] halves = pair.split("=", 2);
                parameters
                        .computeIfAbsent(decode(halves[0]), name -> new ArrayList<>())
                        .add(halves.length == 2 ? decode(halves[1]) : "");
            }
        }
        return new Query(parameters);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Refuses every parameter that is not among these. */
    void allowOnly(Set<String> names) {
        List<String> unknown = parameters.keySet().stream()
                .filter(name -> !names.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.invalidQuery("'Additional properties not allowed: " + String.join(",", unknown) + "'");
        }
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    Optional<String> single(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw wrongType(name, "string", "array");
        }
        return values.stream().findFirst();
    }

    OptionalInt number(String name, int least, int most) {
        Optional<String> text = single(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!WHOLE_NUMBER.matcher(text.get()).matches()) {
            throw wrongType(name, "integer", "string");
        }
        int number = Integer.parseInt(text.get());
        if (number < least || number > most) {
            throw Refusal.invalidQuery("'Value must be from " + least + " to " + most + "' on property " + name);
        }
        return OptionalInt.of(number);
    }

    boolean flag(String name, boolean otherwise) {
        String text = single(name).orElse(Boolean.toString(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            throw wrongType(name, "boolean", "string");
        }
        return text.equals("true");
    }

    private static Refusal wrongType(String name, String expected, String found) {
        return Refusal.invalidQuery(
                "'Expected type " + expected + " but found type " + found + "' on property " + name);
    }
}

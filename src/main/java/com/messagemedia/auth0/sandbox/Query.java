package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The parameters of a query string or of a form. */
record Query(Map<String, List<String>> parameters) {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

    /**
     * Parses an encoded query or form.
     *
     * @throws IllegalArgumentException if a percent escape is invalid
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

    /** Refuses every other parameter. */
    void allowOnly(Set<String> names) {
        List<String> unknown = parameters.keySet().stream()
                .filter(name -> !names.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw ApiError.invalidQuery("'Additional properties not allowed: " + String.join(",", unknown) + "'");
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
            throw ApiError.invalidQuery("'Value must be from " + least + " to " + most + "' on property " + name);
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

    private static ApiError wrongType(String name, String expected, String found) {
        return ApiError.invalidQuery(
                "'Expected type " + expected + " but found type " + found + "' on property " + name);
    }

    /**
     * Paging with {@code take} and {@code from}. {@code next} names the last item of a page; the last page has none.
     *
     * @param take the most items in a page
     * @param after the cursor at the end of the previous page
     */
    record Checkpoint(int take, Optional<String> after) {

        /** Auth0's default for {@code take}. */
        private static final int USUAL = 50;

        static Checkpoint of(Query query, int most) {
            return new Checkpoint(query.number("take", 1, most).orElse(USUAL), query.single("from"));
        }

        /** One page of items, under this key. The ids identify the items. */
        <T> Tree page(String key, List<T> items, Function<T, String> id, Function<T, Tree> view) {
            List<String> cursors =
                    items.stream().map(id).map(Checkpoint::cursor).toList();
            int first = after.map(cursor -> position(cursors, cursor)).orElse(0);
            int end = Math.min(items.size(), first + take);
            List<Value> page =
                    items.subList(first, end).stream().<Value>map(view).toList();
            ObjectBuilder draft = ObjectBuilder.empty().put(key, new Array(page));
            return (end < items.size() ? draft.put("next", cursors.get(end - 1)) : draft).tree();
        }

        private static int position(List<String> cursors, String cursor) {
            int last = cursors.indexOf(cursor);
            if (last < 0) {
                throw ApiError.invalidQuery("'Invalid checkpoint' on property from");
            }
            return last + 1;
        }

        private static String cursor(String id) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
        }
    }
}

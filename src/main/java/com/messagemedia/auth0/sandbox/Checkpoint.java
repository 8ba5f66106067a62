package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.connection.Value.Array;
import com.messagemedia.auth0.connection.Value.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Paging by {@code take} and {@code from}: {@code next} names the last item of a page and is absent on the last page.
 *
 * @param take how many items at most
 * @param after the cursor that the page before ended with
 */
record Checkpoint(int take, Optional<String> after) {

    private static final int USUAL = 50;

    static Checkpoint of(Query query, int most) {
        return new Checkpoint(query.number("take", 1, most).orElse(USUAL), query.single("from"));
    }

    /** One page of items under a key, the items told apart by an id. */
    <T> Tree page(String key, List<T> items, Function<T, String> id, Function<T, Tree> view) {
        List<String> cursors = items.stream().map(id).map(Checkpoint::cursor).toList();
        int first = after.map(cursor -> position(cursors, cursor)).orElse(0);
        int end = Math.min(items.size(), first + take);
        List<Value> page = items.subList(first, end).stream().<Value>map(view).toList();
        Draft draft = Draft.empty().put(key, new Array(page));
        return (end < items.size() ? draft.put("next", cursors.get(end - 1)) : draft).tree();
    }

    private static int position(List<String> cursors, String cursor) {
        int last = cursors.indexOf(cursor);
        if (last < 0) {
            throw Refusal.invalidQuery("'Invalid checkpoint' on property from");
        }
        return last + 1;
    }

    private static String cursor(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}

package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * A list that Auth0 returns in one of three forms: a bare array, {@code {"connections": [...], "next": "..."}} page
 * by page, or {@code {"start", "limit", "total", "connections": [...]}} (Management API, "Get all connections"). An
 * incomplete list is a failure, never a shorter list.
 */
final class Pages {

    /** The most that Auth0 returns in one page (Management API, parameter {@code take}). */
    static final int SIZE = 100;
    /** 10,000 entries. A server whose pages never end must not block the goal. */
    private static final int MOST_PAGES = 100;

    private final RequestExecutor executor;
    private final Operation operation;
    private final String key;
    private final Instant deadline;
    private int requests;

    /**
     * A list that is not read yet.
     *
     * @param key the key of a page's items
     * @param left how long all pages may take; one request always gets its own timeout
     */
    Pages(RequestExecutor executor, Operation operation, String key, Optional<Duration> left) {
        this.executor = executor;
        this.operation = operation;
        this.key = key;
        this.deadline = executor.deadline(left);
    }

    /** Every item of every page. */
    List<Value> all(Function<@Nullable String, Call<Value>> request) {
        List<Value> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> next = Optional.empty();
        do {
            requireTime();
            requests++;
            Value page = executor.json(request.apply(next.orElse(null)), operation);
            items.addAll(items(page));
            next = next(page);
            refuseUnknownRest(page, items.size(), next);
            if (next.isPresent() && (!seen.add(next.get()) || seen.size() == MOST_PAGES)) {
                throw executor.unreadable(operation, "its pages never end");
            }
        } while (next.isPresent());
        return items;
    }

    private void requireTime() {
        if (requests > 0 && !executor.clock().instant().isBefore(deadline)) {
            throw executor.late(
                    operation, requests + (requests == 1 ? " page was" : " pages were") + " read, and there are more");
        }
    }

    /** The number of requests so far. */
    int requests() {
        return requests;
    }

    private List<Value> items(Value page) {
        if (page instanceof Value.Array bare) {
            return bare.items();
        }
        if (page instanceof Tree tree && tree.members().get(key) instanceof Value.Array items) {
            return items.items();
        }
        throw executor.unreadable(
                operation, "it is a JSON " + page.kind() + " where a list of " + key + " was expected");
    }

    private static Optional<String> next(Value page) {
        return page instanceof Tree tree
                        && tree.members().get("next") instanceof Value.Text next
                        && !next.text().isEmpty()
                ? Optional.of(next.text())
                : Optional.empty();
    }

    private void refuseUnknownRest(Value page, int count, Optional<String> next) {
        if (next.isEmpty()
                && page instanceof Tree tree
                && tree.members().get("total") instanceof Value.Numeral total
                && total.literal().matches("[0-9]{1,9}")
                && Integer.parseInt(total.literal()) > count) {
            throw executor.unreadable(
                    operation, "it holds " + count + " of " + total.literal() + " " + key + " and no way to the rest");
        }
    }
}

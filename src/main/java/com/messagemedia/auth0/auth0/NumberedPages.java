package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * A list that Auth0 returns in numbered pages: {@code {"actions": [...], "total", "page", "per_page"}}. Auth0 leaves
 * out {@code total} and {@code page} where they are 0, and {@code total} on a page past the end. Without a total, the
 * list ends with the first page that is not full. An incomplete list is a failure, never a shorter list.
 */
final class NumberedPages {

    /** A server whose pages never end must not block the goal. */
    private static final int MOST_PAGES = 100;

    /** Makes the request for a page. */
    interface Request {
        Call<Value> page(String bearer, @Nullable Integer page);
    }

    private final TenantLink link;
    private final Operation operation;
    private final String key;
    private final int size;

    /**
     * A list that is not read yet.
     *
     * @param key the key of a page's items
     * @param size how many items a page may have
     */
    NumberedPages(TenantLink link, Operation operation, String key, int size) {
        this.link = link;
        this.operation = operation;
        this.key = key;
        this.size = size;
    }

    /** Every item of every page. The first request names no page. */
    List<Value> all(Request request) {
        Instant deadline = link.executor().deadline(link.left());
        List<Value> items = new ArrayList<>();
        for (int number = 0; number < MOST_PAGES; number++) {
            requireTime(number, deadline);
            Integer page = number == 0 ? null : Integer.valueOf(number);
            Value answer = link.read(bearer -> request.page(bearer, page), operation);
            List<Value> more = items(answer);
            items.addAll(more);
            if (isLast(Members.of(answer), more.size(), items.size())) {
                return items;
            }
        }
        throw link.executor().unreadable(operation, "its pages never end");
    }

    private void requireTime(int read, Instant deadline) {
        if (read > 0 && !link.executor().clock().instant().isBefore(deadline)) {
            throw link.executor()
                    .late(operation, read + (read == 1 ? " page was" : " pages were") + " read, and there are more");
        }
    }

    private List<Value> items(Value page) {
        if (page instanceof Tree tree && tree.members().get(key) instanceof Value.Array items) {
            return items.items();
        }
        throw link.unexpected(page, "a list of " + key, operation);
    }

    private boolean isLast(Members page, int onPage, int read) {
        Optional<Integer> total = page.number("total");
        if (total.isEmpty()) {
            return onPage < page.number("per_page").orElse(size);
        }
        if (total.get() > read && onPage == 0) {
            throw link.executor()
                    .unreadable(
                            operation,
                            "it holds " + read + " of " + total.get() + " " + key + " and no way to the rest");
        }
        return total.get() <= read;
    }
}

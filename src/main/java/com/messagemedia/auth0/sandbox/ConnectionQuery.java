package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.ConnectionsEndpoint.FieldSelection;
import com.messagemedia.auth0.sandbox.Query.Checkpoint;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The query of a list request: which connections, and in which of three forms. The forms are a bare array, an object
 * with totals, and a checkpoint page. The checkpoint page wins if the query asks for both kinds of paging.
 */
final class ConnectionQuery {

    private static final Set<String> PARAMETERS = Set.of(
            "strategy", "name", "page", "per_page", "include_totals", "from", "take", "fields", "include_fields");

    /** Auth0 Management API, "Get all connections": the limit and the default of {@code take} and {@code per_page}. */
    private static final int MOST = 100;

    private static final int USUAL = 50;

    /** Since 2025-10-27 offset pages end at this record (Auth0's documentation, "Deprecations and migrations"). */
    private static final int OFFSET_END = 1000;

    private final Query query;
    private final FieldSelection fields;
    private final Checkpoint checkpoint;
    private final int page;
    private final int perPage;
    private final boolean totals;

    /** Reads a query; refuses what Auth0 refuses. */
    ConnectionQuery(Query query) {
        query.allowOnly(PARAMETERS);
        query.single("name");
        this.query = query;
        this.fields = FieldSelection.of(query);
        this.checkpoint = Checkpoint.of(query, MOST);
        this.page = query.number("page", 0, Integer.MAX_VALUE).orElse(0);
        this.perPage = query.number("per_page", 1, MOST).orElse(USUAL);
        this.totals = query.flag("include_totals", false);
        if ((page + 1L) * perPage > OFFSET_END) {
            throw ApiError.invalidQuery(
                    "'You can only page through the first " + OFFSET_END + " records' on property page");
        }
    }

    /** The body of the reply. */
    Value answer(List<Tree> connections, UnaryOperator<Tree> view) {
        List<Tree> matching = connections.stream().filter(this::matches).toList();
        if (query.has("take") || query.has("from")) {
            return checkpoint.page(
                    "connections", matching, ConnectionTree::id, connection -> fields.of(view.apply(connection)));
        }
        boolean paged = totals || query.has("page") || query.has("per_page");
        List<Tree> found = paged ? offset(matching) : matching;
        Array shown = new Array(found.stream()
                .<Value>map(connection -> fields.of(view.apply(connection)))
                .toList());
        return totals ? withTotals(shown, matching.size()) : shown;
    }

    private boolean matches(Tree connection) {
        List<String> strategies = query.all("strategy");
        return (strategies.isEmpty() || strategies.contains(ConnectionTree.strategy(connection)))
                && query.single("name")
                        .map(ConnectionTree.name(connection)::equals)
                        .orElse(true);
    }

    private List<Tree> offset(List<Tree> matching) {
        int first = Math.min(matching.size(), page * perPage);
        return matching.subList(first, Math.min(matching.size(), first + perPage));
    }

    private Tree withTotals(Array shown, int total) {
        return ObjectBuilder.empty()
                .put("start", Value.of((long) page * perPage))
                .put("limit", Value.of(perPage))
                .put("total", Value.of(total))
                .put("connections", shown)
                .tree();
    }
}

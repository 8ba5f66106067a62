package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.Tokens.Grant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tenant's log events, the newest first (Auth0 Management API, "Search log events"). The sandbox writes one kind:
 * {@code fn}, a notification that could not be sent (Auth0's documentation, "Log event type codes").
 */
final class LogsEndpoint {

    /** The type of a failed notification. */
    static final String FAILED_NOTIFICATION = "fn";

    /** Enough for a person to read; it bounds the state file. */
    private static final int KEPT = 100;

    private static final int MOST = 100;
    private static final int USUAL = 50;
    private static final String OLDEST_FIRST = "date:1";
    private static final Set<String> PARAMETERS =
            Set.of("q", "sort", "page", "per_page", "include_totals", "take", "from", "fields", "include_fields");
    private static final Pattern TYPES = Pattern.compile("type:\\(?([a-z_ A-Z\"]+)\\)?");
    private static final Pattern TYPE = Pattern.compile("[a-z_]+");

    private final Tenant tenant;

    LogsEndpoint(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Adds an event to a draft of the tenant. */
    static void add(TenantDraft draft, String type, String description, Tree details) {
        String id = draft.id("log_");
        List<Tree> logs = new ArrayList<>(draft.items(TenantPart.LOGS));
        logs.add(ObjectBuilder.empty()
                .put("date", draft.millis())
                .put("type", type)
                .put("description", description)
                .putAll(details)
                .put("tenant_name", "sandbox")
                .put("log_id", id)
                .put("_id", id)
                .tree());
        draft.put(TenantPart.LOGS, logs.subList(Math.max(0, logs.size() - KEPT), logs.size()));
    }

    /**
     * Lists the events that a query selects. Of {@code q} the sandbox understands {@code type:fn} and {@code type:(fn OR
     * wn)}; any other query is refused.
     */
    Reply list(ApiRequest request, Grant grant) {
        Query query = request.query();
        query.allowOnly(PARAMETERS);
        List<Tree> events = new ArrayList<>(tenant.items(TenantPart.LOGS));
        if (!query.single("sort").filter(OLDEST_FIRST::equals).isPresent()) {
            Collections.reverse(events);
        }
        Set<String> types = types(query.single("q").orElse(""));
        List<Tree> found = events.stream()
                .filter(event -> types.isEmpty() || types.contains(Members.text(event, "type")))
                .toList();
        int size = query.number("take", 1, MOST)
                .orElse(query.number("per_page", 0, MOST).orElse(USUAL));
        int page = query.number("page", 0, Integer.MAX_VALUE).orElse(0);
        int first = (int) Math.min(found.size(), (long) page * size);
        Array shown = new Array(List.copyOf(found.subList(first, Math.min(found.size(), first + size))));
        return Reply.json(
                200,
                query.flag("include_totals", false)
                        ? ObjectBuilder.empty()
                                .put("start", Value.of(first))
                                .put("limit", Value.of(size))
                                .put("length", Value.of(shown.items().size()))
                                .put("total", Value.of(found.size()))
                                .put("logs", shown)
                                .tree()
                        : shown);
    }

    private static Set<String> types(String search) {
        if (search.isEmpty()) {
            return Set.of();
        }
        var types = TYPES.matcher(search);
        if (!types.matches()) {
            throw ApiError.invalidQuery("'The sandbox searches its logs only by type' on property q");
        }
        return TYPE.matcher(types.group(1)).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet());
    }
}

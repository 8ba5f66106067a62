package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value.Tree;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One change of a tenant while it is made. The tenant takes it over as a whole, or not at all. */
final class TenantDraft {

    private static final DateTimeFormatter MILLIS = format("SSS");
    private static final DateTimeFormatter NANOS = format("SSSSSSSSS");

    private final InstantSource clock;
    private TenantState state;
    private @Nullable Instant now;

    TenantDraft(TenantState state, InstantSource clock) {
        this.state = state;
        this.clock = clock;
    }

    private static DateTimeFormatter format(String fraction) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss." + fraction + "'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);
    }

    TenantState state() {
        return state;
    }

    List<Tree> items(TenantPart part) {
        return state.items(part);
    }

    Optional<Tree> find(TenantPart part, String id) {
        return items(part).stream().filter(item -> part.id(item).equals(id)).findFirst();
    }

    void put(TenantPart part, List<Tree> items) {
        state = state.with(part, items);
    }

    void add(TenantPart part, Tree item) {
        List<Tree> items = new ArrayList<>(items(part));
        items.add(item);
        put(part, items);
    }

    /** Puts an item in the place of the one with the same id. */
    void replace(TenantPart part, Tree item) {
        String id = part.id(item);
        put(
                part,
                items(part).stream()
                        .map(other -> part.id(other).equals(id) ? item : other)
                        .toList());
    }

    /** Removes the item with this id; refuses, with this error, if there is none. */
    void remove(TenantPart part, String id, Supplier<ApiError> otherwise) {
        if (find(part, id).isEmpty()) {
            throw otherwise.get();
        }
        remove(part, id);
    }

    /** Removes the item with this id, if there is one. */
    void remove(TenantPart part, String id) {
        put(part, items(part).stream().filter(item -> !part.id(item).equals(id)).toList());
    }

    /** Takes over all that another state holds. Ids and times go on, so that none comes twice. */
    void become(TenantState other) {
        state = other.withMade(Math.max(state.made(), other.made())).withChanged(state.changed());
    }

    void settings(Tree settings) {
        state = state.withSettings(settings);
    }

    /** A number that no other thing of the tenant has. */
    private long next() {
        state = state.withMade(state.made() + 1);
        return state.made();
    }

    /** A new id in the form of a UUID, as Actions, versions and bindings have it. */
    String uuid() {
        return String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", next());
    }

    /** A new id with a prefix, such as {@code pro_}. */
    String id(String prefix) {
        return String.format(Locale.ROOT, "%sSandbox%015d", prefix, next());
    }

    /** The time of this change, with milliseconds. It is later than that of every change before. */
    String millis() {
        return MILLIS.format(now());
    }

    /** The time of this change, with nanoseconds, as Actions have it. */
    String nanos() {
        return NANOS.format(now());
    }

    private Instant now() {
        if (now == null) {
            Instant time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Instant least = state.changed().plusMillis(1);
            now = time.isBefore(least) ? least : time;
            state = state.withChanged(now);
        }
        return now;
    }
}

package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Numeral;
import com.messagemedia.auth0.model.Value.Tree;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that a tenant holds.
 *
 * @param parts its lists
 * @param settings its settings, and whether it is {@code modern}: created since March 2025
 * @param made how many things got an id
 * @param changed when the last thing changed; times never go back or stand still
 */
record TenantState(Map<TenantPart, List<Tree>> parts, Tree settings, long made, Instant changed) {

    private static final String SETTINGS = "settings";
    private static final String MADE = "made";
    private static final String CHANGED = "changed";

    TenantState {
        parts = Map.copyOf(parts);
    }

    List<Tree> items(TenantPart part) {
        return parts.getOrDefault(part, List.of());
    }

    /** This state with other items in one part. */
    TenantState with(TenantPart part, List<Tree> items) {
        Map<TenantPart, List<Tree>> all = new EnumMap<>(parts);
        all.put(part, List.copyOf(items));
        return new TenantState(all, settings, made, changed);
    }

    TenantState withSettings(Tree other) {
        return new TenantState(parts, other, made, changed);
    }

    TenantState withMade(long number) {
        return new TenantState(parts, settings, number, changed);
    }

    TenantState withChanged(Instant time) {
        return new TenantState(parts, settings, made, time);
    }

    /** The members of the state file. */
    Tree tree() {
        ObjectBuilder tree = ObjectBuilder.empty();
        for (TenantPart part : TenantPart.values()) {
            tree.put(part.key(), new Array(List.copyOf(items(part))));
        }
        return tree.put(SETTINGS, settings)
                .put(MADE, Value.of(made))
                .put(CHANGED, changed.toString())
                .tree();
    }

    /**
     * The state in a file whose lists are checked. A list that the file lacks, because an older release wrote it, is
     * that of the other state.
     */
    static TenantState of(Tree file, TenantState otherwise) {
        TenantState state = otherwise;
        for (TenantPart part : TenantPart.values()) {
            List<Tree> items = part.in(file).map(Members::trees).orElse(otherwise.items(part));
            state = state.with(part, items);
        }
        Tree settings = file.members().get(SETTINGS) instanceof Tree kept ? kept : otherwise.settings();
        return state.withSettings(settings)
                .withMade(number(file, otherwise.made()))
                .withChanged(time(file, otherwise.changed()));
    }

    private static long number(Tree file, long otherwise) {
        try {
            return file.members().get(MADE) instanceof Numeral number ? Long.parseLong(number.literal()) : otherwise;
        } catch (NumberFormatException unused) {
            return otherwise;
        }
    }

    private static Instant time(Tree file, Instant otherwise) {
        try {
            String text = Members.text(file, CHANGED);
            return text.isEmpty() ? otherwise : Instant.parse(text);
        } catch (DateTimeException unused) {
            return otherwise;
        }
    }
}

package com.messagemedia.auth0.rollback;

import com.messagemedia.auth0.delivery.LiveState;
import com.messagemedia.auth0.delivery.LiveState.Part;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.OptionsDraft;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.rollback.Backup.Before;
import com.messagemedia.auth0.rollback.Backup.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What a rollback restores of the resources besides the connection: earlier versions of them, or single values. */
final class KeptVersions {

    private final TenantPlanner tenant;
    private final LiveState state;
    private final Map<String, String> ids = new TreeMap<>();
    private final Map<String, Options> trees = new LinkedHashMap<>();

    KeptVersions(TenantPlanner tenant, LiveState state) {
        this.tenant = tenant;
        this.state = state;
    }

    /**
     * Returns a backup with the values of the versions that it names.
     *
     * @throws Fault if Auth0 no longer keeps a version
     */
    Backup read(Backup backup) {
        Backup whole = backup;
        ids.putAll(backup.versions());
        for (Map.Entry<String, String> version : ids.entrySet()) {
            String resource = version.getKey();
            Options tree = state.parts().stream()
                    .filter(part -> part.resource().name().equals(resource))
                    .flatMap(part -> tenant.version(part.resource(), version.getValue()).stream())
                    .findFirst()
                    .orElseThrow(() -> gone(resource));
            trees.put(resource, tree);
            whole = whole.reading(resource, Options.EMPTY.with(FieldPath.of(resource), tree.root()));
        }
        return whole;
    }

    /** Selects what goes back, and tells each resource whether its next write restores a version. */
    RollbackSelection select(Backup backup) {
        RollbackSelection selection = new RollbackSelection(
                        backup,
                        state.tree(),
                        tenant.planner().base(state),
                        tenant.delivery().mergeRules().joining(ids.keySet()))
                .leaving(left(backup));
        List<String> goingBack =
                selection.goingBack().stream().map(entry -> entry.path().head()).toList();
        for (Part part : state.parts()) {
            String name = part.resource().name();
            if (goingBack.contains(name)) {
                Optional.ofNullable(trees.get(name))
                        .ifPresent(tree -> part.resource().restoring(Objects.requireNonNull(ids.get(name)), tree));
            }
        }
        return selection;
    }

    private Map<FieldPath, String> left(Backup backup) {
        OptionsDraft draft = OptionsDraft.of(state.tree());
        backup.entries().forEach(entry -> putBack(entry, draft));
        Options then = draft.options();
        Map<FieldPath, String> left = new TreeMap<>();
        for (Part part : state.parts()) {
            Optional<Value> old = then.get(part.path());
            Options tree = old.isPresent() && old.get() instanceof Tree root ? new Options(root) : Options.EMPTY;
            left.putAll(part.resource().leftByRollback(part.options(), tree));
        }
        return left;
    }

    private static void putBack(Entry entry, OptionsDraft draft) {
        if (entry.before() instanceof Before.Absent) {
            draft.without(entry.path());
        } else if (entry.before() instanceof Before.Plain plain) {
            draft.with(entry.path(), plain.value());
        }
    }

    private static Fault gone(String resource) {
        return new Fault(
                "Auth0 no longer keeps the version of the " + resource + " that was live before that apply. Nothing was"
                        + " written.",
                "Write into the descriptor what you want, and apply it.",
                Outcome.REFUSED);
    }
}

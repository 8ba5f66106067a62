package com.messagemedia.auth0.report;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.How;
import com.messagemedia.auth0.merge.Decision.KeptByPolicy;
import com.messagemedia.auth0.merge.Decision.Refused;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.report.PlanRow.Kind;
import com.messagemedia.auth0.report.Printable.NameColumn;
import java.util.Optional;

/**
 * Turns the decisions of a plan into rows.
 *
 * @param record the plan's change of the applied record
 * @param values shows the values
 * @param origins the places in the descriptor that set or remove a path
 */
record PlanRows(RecordChange record, ValueText values, Origins origins) {

    private static final Value NO_TEXT = Value.of("");

    /** Returns the row of a decision; empty if the option stays as it is. */
    Optional<PlanRow> row(Decision decision) {
        if (decision instanceof Added added) {
            return Optional.of(added(added));
        }
        if (decision instanceof Changed changed) {
            return Optional.of(changed(changed));
        }
        if (decision instanceof Removed removed) {
            return Optional.of(removed(removed));
        }
        if (decision instanceof KeptByPolicy kept) {
            return Optional.of(new PlanRow(
                    Kind.KEEP,
                    name(kept.path()),
                    live(kept.path(), kept.live()),
                    desired(kept.path(), kept.desired()),
                    "kept by onConflict",
                    source(kept.path()),
                    lines(kept.path(), kept.live(), kept.desired())));
        }
        return stop(decision);
    }

    private PlanRow added(Added added) {
        Optional<Value> desired = Optional.of(added.desired());
        return new PlanRow(
                Kind.ADD,
                name(added.path()),
                Optional.empty(),
                desired(added.path(), desired),
                added.how() == How.OVERWRITTEN ? how(added.how()) : "",
                source(added.path()),
                lines(added.path(), Optional.empty(), desired));
    }

    private PlanRow changed(Changed changed) {
        Optional<Value> live = Optional.of(changed.live());
        Optional<Value> desired = Optional.of(changed.desired());
        return new PlanRow(
                Kind.CHANGE,
                name(changed.path()),
                live(changed.path(), live),
                desired(changed.path(), desired),
                how(changed.how()),
                source(changed.path()),
                lines(changed.path(), live, desired));
    }

    private PlanRow removed(Removed removed) {
        Optional<Value> live = Optional.of(removed.live());
        return new PlanRow(
                Kind.REMOVE,
                name(removed.path()),
                live(removed.path(), live),
                Optional.empty(),
                values.own(why(removed)),
                "",
                lines(removed.path(), live, Optional.empty()));
    }

    private Optional<PlanRow> stop(Decision decision) {
        if (decision instanceof Conflict conflict) {
            String cause = PlanSentences.cause(conflict, values.delivery().explain(conflict), record)
                    + origin(conflict.path());
            return Optional.of(new PlanRow(
                    Kind.CONFLICT,
                    name(conflict.path()),
                    live(conflict.path(), conflict.live()),
                    desired(conflict.path(), conflict.desired()),
                    values.own(cause),
                    source(conflict.path()),
                    lines(conflict.path(), conflict.live(), conflict.desired())));
        }
        return decision instanceof Refused refused ? Optional.of(refused(refused)) : Optional.empty();
    }

    private PlanRow refused(Refused refused) {
        return new PlanRow(
                Kind.REFUSED,
                name(refused.path()),
                Optional.empty(),
                desired(refused.path(), Optional.of(refused.desired())),
                values.own("would replace an object that contains unmanaged options: "
                        + PlanSentences.names(refused.unmanaged()) + origin(refused.path())),
                source(refused.path()),
                Optional.empty());
    }

    private String name(FieldPath path) {
        return values.own(NameColumn.name(path));
    }

    private String source(FieldPath path) {
        return values.own(origins.from(path));
    }

    private Optional<String> live(FieldPath path, Optional<Value> value) {
        return value.isPresent() ? Optional.of(values.live(path, value.get())) : Optional.empty();
    }

    private Optional<String> desired(FieldPath path, Optional<Value> value) {
        return value.isPresent() ? Optional.of(values.show(path, value.get())) : Optional.empty();
    }

    private Optional<LineDiff> lines(FieldPath path, Optional<Value> live, Optional<Value> desired) {
        return values.lines(path, live.orElse(NO_TEXT), desired.orElse(NO_TEXT));
    }

    private static String how(How how) {
        return switch (how) {
            case OWNED -> "";
            case ADOPTED -> "adopting a value that is not from this descriptor";
            case OVERWRITTEN -> "conflict, the descriptor wins";
        };
    }

    private String why(Removed removed) {
        return switch (removed.reason()) {
            case NO_LONGER_DESIRED -> "no longer in the descriptor";
            case LISTED -> "listed in remove" + origin(removed.path());
            case PROVIDER_SWITCH -> "switching provider" + switched();
            case REPLACED -> "replaced by a value of another shape" + origin(removed.path());
            case OVERWRITTEN -> "conflict, the descriptor wins";
        };
    }

    private String switched() {
        Optional<FieldPath> path = values.delivery().mergeRules().switchOf();
        return path.isPresent() ? origin(path.get()) : "";
    }

    private String origin(FieldPath path) {
        Optional<Origin> place = origins.nearest(path);
        return place.isPresent()
                ? " (" + Printable.text(place.get().file()) + ":" + place.get().line() + ")"
                : "";
    }
}

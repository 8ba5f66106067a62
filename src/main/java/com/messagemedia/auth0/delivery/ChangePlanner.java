package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ConnectionPatch;
import com.messagemedia.auth0.delivery.LiveState.Part;
import com.messagemedia.auth0.delivery.LiveState.ResourceChange;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.merge.MergeInput.Desired;
import com.messagemedia.auth0.merge.ThreeWayMerge;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.PathIndex;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord;
import com.messagemedia.auth0.plan.AppliedRecord.Absent;
import com.messagemedia.auth0.plan.AppliedRecord.Lost;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.plan.MetadataRecords;
import com.messagemedia.auth0.plan.NextRecord;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.plan.Plan.Target;
import com.messagemedia.auth0.plan.Planner;
import com.messagemedia.auth0.plan.RecordBase;
import com.messagemedia.auth0.plan.UnmanagedMarks;
import com.messagemedia.auth0.plan.ValuePrints;
import com.messagemedia.auth0.redaction.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Plans the change of what Auth0 holds: the merge, the plan, the applied record and the writes. */
public final class ChangePlanner {

    private final Descriptor descriptor;
    private final Delivery delivery;
    private final RecordKeeper keeper;
    private final String tenant;
    private final ConflictPolicies policies;
    private final ValuePrints fresh;

    /** Creates a planner for this descriptor with the descriptor's own conflict policies. */
    public ChangePlanner(Descriptor descriptor, Delivery delivery, RecordKeeper keeper, String tenant) {
        this.descriptor = descriptor;
        this.delivery = delivery;
        this.keeper = keeper;
        this.tenant = tenant;
        this.policies = descriptor.onConflict();
        this.fresh =
                new ValuePrints(Fingerprints.random(), delivery.mergeRules().canonical());
    }

    private ChangePlanner(ChangePlanner other, ConflictPolicies policies) {
        this.descriptor = other.descriptor;
        this.delivery = other.delivery;
        this.keeper = other.keeper;
        this.tenant = other.tenant;
        this.policies = policies;
        this.fresh = other.fresh;
    }

    /** Returns this planner with one policy for all conflicts. An empty policy keeps the descriptor's policies. */
    public ChangePlanner under(Optional<ConflictPolicy> policy) {
        return policy.isPresent() ? new ChangePlanner(this, ConflictPolicies.all(policy.get())) : this;
    }

    /** Plans a change. A connection that does not exist yet has no id and no options. */
    public PreparedChange plan(LiveState live, List<String> clients) {
        return plan(live, clients, policies);
    }

    /** Plans a change for a reader who writes nothing: a conflict that an apply would overwrite stays a conflict. */
    PreparedChange planReadOnly(LiveState live, List<String> clients) {
        return plan(live, clients, policies.withoutOverwriting());
    }

    private PreparedChange plan(LiveState state, List<String> clients, ConflictPolicies onConflict) {
        Connection live = state.connection();
        Options options = state.tree();
        Options desired = delivery.desired(descriptor, options);
        MetadataRecords records = MetadataRecords.in(live.metadata(), delivery.codes());
        AppliedRecord record = keeper.read(live);
        MergeInput input = new MergeInput(
                base(state, record, desired),
                new Desired(desired, descriptor.removals().keySet()),
                options,
                records.claimsAgainst(descriptor.owner()),
                onConflict,
                delivery.mergeRules());
        MergeResult merge = ThreeWayMerge.merge(input);
        Present next = UnmanagedMarks.mark(
                NextRecord.after(record, fresh, desired, merge.decisions())
                        .remembering(delivery.mergeRules().canonical(), remembered(state, merge))
                        .hiding(delivery.secrets(), confidential(record, options)),
                unmanaged(live.options().orElse(Options.EMPTY), input, merge),
                keeper::holdsMarksOf);
        Target target = new Target(tenant, live.name(), live.id(), descriptor.environment());
        Plan merged = Planner.plan(target, input, merge, delivery.sending(descriptor));
        List<Notice> notices = new PlanNotices(descriptor, delivery, desired, options).of(records, record);
        Plan plan = merged.with(change(record, next, merged), clients, notices);
        return prepared(plan, state, record, next);
    }

    private PreparedChange prepared(Plan plan, LiveState state, AppliedRecord record, Present next) {
        try {
            return new PreparedChange(
                    plan, state, changes(plan, state), patch(plan, state, next), record, next, delivery);
        } catch (ResourceRefusal refusal) {
            Plan refused = plan.refusing(refusal.problem(), refusal.remedy());
            return new PreparedChange(refused, state, List.of(), Optional.empty(), record, next, delivery);
        }
    }

    /** Returns which paths are confidential. An option that the descriptor no longer sets stays as confidential as before. */
    private Predicate<FieldPath> confidential(AppliedRecord record, Options live) {
        PathIndex said = PathIndex.of(descriptor.confidential());
        Set<FieldPath> before = record.confidential(live);
        return path -> said.overlaps(path) || (descriptor.desired().get(path).isEmpty() && before.contains(path));
    }

    /** Returns a change of the options that leaves the applied record unchanged. */
    public PreparedChange optionsAlone(Plan plan, LiveState live) {
        AppliedRecord record = keeper.read(live.connection());
        Present next =
                record instanceof Present present ? present : NextRecord.after(record, fresh, Options.EMPTY, List.of());
        Optional<ConnectionPatch> patch = plan.mayBeApplied()
                ? patch(live.connection(), options(plan, live), Optional.empty())
                : Optional.empty();
        return new PreparedChange(plan, live, changes(plan, live), patch, record, next, delivery);
    }

    private static List<ResourceChange> changes(Plan plan, LiveState live) {
        return plan.mayBeApplied() ? live.changesTo(plan.body()) : List.of();
    }

    /** Returns the base of the last apply. It does not use the descriptor's desired options. */
    public Base base(LiveState live) {
        return base(live, keeper.read(live.connection()), Options.EMPTY);
    }

    private Base base(LiveState live, AppliedRecord record, Options desired) {
        Base base = RecordBase.of(record, desired, delivery.mergeRules().canonical());
        for (Part part : live.parts()) {
            base = part.resource().base(base);
        }
        return new ReleasingBase(base, delivery, desired, live.tree());
    }

    /** What the resources add to the record, except below paths where a policy keeps somebody else's value. */
    private static Map<FieldPath, Value> remembered(LiveState state, MergeResult merge) {
        Map<FieldPath, Value> values = new TreeMap<>();
        PathIndex kept = PathIndex.of(keptByPolicy(merge));
        for (Part part : state.parts()) {
            for (Map.Entry<FieldPath, Value> leaf : part.resource().remembered().entrySet()) {
                if (!kept.covers(leaf.getKey())) {
                    values.put(leaf.getKey(), leaf.getValue());
                }
            }
        }
        return values;
    }

    private static List<FieldPath> keptByPolicy(MergeResult merge) {
        List<FieldPath> kept = new ArrayList<>();
        for (Decision decision : merge.decisions()) {
            if (decision instanceof Decision.KeptByPolicy) {
                kept.add(decision.path());
            }
        }
        return kept;
    }

    /**
     * Returns a change whose record holds what the resources show after their write. Nothing else of the change is
     * different.
     */
    PreparedChange remembering(PreparedChange planned) {
        Present next = planned.next()
                .remembering(
                        delivery.mergeRules().canonical(),
                        remembered(planned.state(), planned.plan().merge()));
        return new PreparedChange(
                planned.plan(),
                planned.state(),
                planned.changes(),
                recording(planned, next),
                planned.record(),
                next,
                delivery);
    }

    /** Returns the request for the connection with this record. A resource may be the only reason to write the record. */
    private Optional<ConnectionPatch> recording(PreparedChange planned, Present next) {
        boolean same = planned.record() instanceof Present before && before.saysTheSame(next);
        if (planned.patch().isEmpty()) {
            return same ? Optional.empty() : recordAlone(planned.live(), next);
        }
        ConnectionPatch old = planned.patch().get();
        return Optional.of(new ConnectionPatch(
                old.options(),
                old.metadata().isPresent() || !same ? keeper.metadata(planned.live(), next) : Optional.empty(),
                old.displayName(),
                old.realms()));
    }

    /** Returns the connection's leaves that stay and that nobody manages. Another delivery does not read resources. */
    private static Map<FieldPath, Value> unmanaged(Options own, MergeInput input, MergeResult merge) {
        Map<FieldPath, Value> leaves = new TreeMap<>();
        for (Decision decision : merge.decisions()) {
            if (decision instanceof Decision.Kept kept
                    && !kept.managed()
                    && kept.live().isLeaf()
                    && !input.base().returned(kept.path(), kept.live())
                    && input.claims().claimedBy(kept.path()).isEmpty()
                    && own.get(kept.path()).isPresent()) {
                leaves.put(kept.path(), kept.live());
            }
        }
        return leaves;
    }

    private static RecordChange change(AppliedRecord record, Present next, Plan merged) {
        if (record instanceof Lost) {
            return RecordChange.REWRITE;
        }
        if (record instanceof Absent) {
            return next.isEmpty() ? RecordChange.NONE : RecordChange.ADOPT;
        }
        Present present = (Present) record;
        // Changed marks alone do not justify a write. A write of options includes them.
        boolean stale = merged.changesOptions() && !present.marks().equals(next.marks());
        return present.saysTheSame(next) && !stale ? RecordChange.NONE : RecordChange.UPDATE;
    }

    private Optional<ConnectionPatch> patch(Plan plan, LiveState live, Present next) {
        if (!plan.mayBeApplied()) {
            return Optional.empty();
        }
        Optional<Options> options = options(plan, live);
        if (options.isPresent() && options.get().isEmpty()) {
            throw noOptionLeft();
        }
        Optional<Map<String, Optional<String>>> metadata =
                plan.record() == RecordChange.NONE ? Optional.empty() : keeper.metadata(live.connection(), next);
        return patch(live.connection(), options, metadata);
    }

    /** Returns the connection's options after the plan; empty if they stay unchanged. */
    private static Optional<Options> options(Plan plan, LiveState live) {
        for (Decision decision : plan.merge().decisions()) {
            if (decision.changesLive() && live.isOfConnection(decision.path())) {
                return Optional.of(live.ofConnection(plan.body()));
            }
        }
        return Optional.empty();
    }

    /** Returns a request that writes only the applied record; empty if a file holds the record. */
    Optional<ConnectionPatch> recordAlone(Connection live, Present next) {
        return patch(live, Optional.empty(), keeper.metadata(live, next));
    }

    private static Optional<ConnectionPatch> patch(
            Connection live, Optional<Options> options, Optional<Map<String, Optional<String>>> metadata) {
        if (options.isEmpty() && metadata.isEmpty()) {
            return Optional.empty();
        }
        // Auth0 resets a label and realms that a PATCH leaves out to the connection's name (Auth0 Java SDK reference).
        boolean ownLabel = !live.displayName().orElse(live.name()).equals(live.name());
        boolean ownRealms = !live.realms().isEmpty() && !live.realms().equals(List.of(live.name()));
        return Optional.of(new ConnectionPatch(
                options,
                metadata,
                ownLabel ? live.displayName() : Optional.empty(),
                ownRealms ? Optional.of(live.realms()) : Optional.empty()));
    }

    private static Fault noOptionLeft() {
        return new Fault(
                "The plan would remove all options of the connection. The plugin refuses this, as a failed read"
                        + " looks the same."
                        + " Nothing was written.",
                "Leave at least one option out of \"remove\", or set one.",
                Outcome.REFUSED);
    }
}

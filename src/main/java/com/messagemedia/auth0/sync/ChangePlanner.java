package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.applied.AppliedRecord;
import com.messagemedia.auth0.applied.AppliedRecord.Absent;
import com.messagemedia.auth0.applied.AppliedRecord.Lost;
import com.messagemedia.auth0.applied.AppliedRecord.Present;
import com.messagemedia.auth0.applied.MetadataRecords;
import com.messagemedia.auth0.applied.NextRecord;
import com.messagemedia.auth0.applied.RecordBase;
import com.messagemedia.auth0.connection.Connection;
import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.management.ConnectionPatch;
import com.messagemedia.auth0.merge.Base;
import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.merge.Desired;
import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.MergeResult;
import com.messagemedia.auth0.merge.ThreeWayMerge;
import com.messagemedia.auth0.plan.Notice;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Planner;
import com.messagemedia.auth0.plan.RecordChange;
import com.messagemedia.auth0.plan.Target;
import com.messagemedia.auth0.redaction.Fingerprints;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the planned change of a connection: merge, plan, applied record and the request that carries them. */
final class ChangePlanner {

    private final Descriptor descriptor;
    private final RecordKeeper keeper;
    private final String tenant;
    private final ConflictPolicies policies;
    private final Fingerprints fresh = Fingerprints.random();

    ChangePlanner(Descriptor descriptor, SyncSettings settings, RecordKeeper keeper, String tenant) {
        this.descriptor = descriptor;
        this.keeper = keeper;
        this.tenant = tenant;
        this.policies = settings.onConflict().map(ConflictPolicies::all).orElse(descriptor.onConflict());
    }

    /** Plans the change of a connection; a new one has no id and no options yet. */
    PlannedChange plan(Connection live, List<String> clients) {
        return plan(live, clients, policies);
    }

    /** The same for one who only looks: what an apply would overwrite is a conflict. */
    PlannedChange look(Connection live, List<String> clients) {
        return plan(live, clients, policies.withoutOverwriting());
    }

    private PlannedChange plan(Connection live, List<String> clients, ConflictPolicies onConflict) {
        Options options = live.options().orElse(Options.EMPTY);
        MetadataRecords records = MetadataRecords.in(live.metadata());
        AppliedRecord record = keeper.read(live);
        MergeInput input = new MergeInput(
                RecordBase.of(record, descriptor.desired()),
                new Desired(descriptor.desired(), descriptor.removals().keySet()),
                options,
                records.claimsAgainst(descriptor.owner()),
                onConflict);
        MergeResult merge = ThreeWayMerge.merge(input);
        Present next = NextRecord.after(record, fresh, descriptor.desired(), merge.decisions())
                .hiding(path -> isConfidential(path, record, options));
        Target target = new Target(tenant, live.name(), live.id(), descriptor.environment());
        Plan plan = Planner.plan(target, input, merge, descriptor.allowGateway())
                .with(change(record, next), clients, notices(records));
        return new PlannedChange(plan, live, patch(plan, live, next), record, next);
    }

    /** What the descriptor no longer says stays as confidential as it was. */
    private boolean isConfidential(FieldPath path, AppliedRecord record, Options live) {
        boolean said = descriptor.confidential().stream().anyMatch(path::overlaps);
        boolean forgotten = descriptor.desired().get(path).isEmpty();
        return said || (forgotten && record.confidential(live).contains(path));
    }

    /** A change of the options that leaves the applied record as it is. */
    PlannedChange optionsAlone(Plan plan, Connection live) {
        AppliedRecord record = keeper.read(live);
        Present next =
                record instanceof Present present ? present : NextRecord.after(record, fresh, Options.EMPTY, List.of());
        Optional<ConnectionPatch> patch = plan.mayBeApplied() && plan.changesOptions()
                ? patch(live, Optional.of(plan.body()), Optional.empty())
                : Optional.empty();
        return new PlannedChange(plan, live, patch, record, next);
    }

    /** What was last applied, without the descriptor's help. */
    Base base(Connection live) {
        return RecordBase.of(keeper.read(live), Options.EMPTY);
    }

    private List<Notice> notices(MetadataRecords records) {
        return records.unreadableBeside(descriptor.owner()).stream()
                .<Notice>map(Notice.UnreadableRecord::new)
                .toList();
    }

    private static RecordChange change(AppliedRecord record, Present next) {
        if (record instanceof Lost) {
            return RecordChange.REWRITE;
        }
        if (record instanceof Absent) {
            return next.isEmpty() ? RecordChange.NONE : RecordChange.ADOPT;
        }
        return record instanceof Present present && present.saysTheSame(next) ? RecordChange.NONE : RecordChange.UPDATE;
    }

    private Optional<ConnectionPatch> patch(Plan plan, Connection live, Present next) {
        if (!plan.mayBeApplied()) {
            return Optional.empty();
        }
        if (plan.changesOptions() && plan.body().isEmpty()) {
            throw Refusals.noOptionLeft();
        }
        Optional<Map<String, Optional<String>>> metadata =
                plan.record() == RecordChange.NONE ? Optional.empty() : keeper.metadata(live, next);
        return patch(live, plan.changesOptions() ? Optional.of(plan.body()) : Optional.empty(), metadata);
    }

    /** A request that writes the applied record alone; empty where it is kept in a file. */
    Optional<ConnectionPatch> recordAlone(Connection live, Present next) {
        return patch(live, Optional.empty(), keeper.metadata(live, next));
    }

    private static Optional<ConnectionPatch> patch(
            Connection live, Optional<Options> options, Optional<Map<String, Optional<String>>> metadata) {
        if (options.isEmpty() && metadata.isEmpty()) {
            return Optional.empty();
        }
        // Auth0 resets a label and realms that a PATCH leaves out to the connection's name (Auth0 Java SDK reference).
        Optional<String> label = live.displayName().filter(text -> !text.equals(live.name()));
        boolean ownRealms = !live.realms().isEmpty() && !live.realms().equals(List.of(live.name()));
        return Optional.of(new ConnectionPatch(
                options, metadata, label, ownRealms ? Optional.of(live.realms()) : Optional.empty()));
    }
}

package com.messagemedia.auth0.growth;

import com.messagemedia.auth0.apply.SavedPlan;
import com.messagemedia.auth0.delivery.ChangePlanner;
import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.delivery.LiveState;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.descriptor.Descriptor.PhoneSection;
import com.messagemedia.auth0.descriptor.Descriptor.StateLocation;
import com.messagemedia.auth0.descriptor.Descriptor.TenantSection;
import com.messagemedia.auth0.descriptor.Rollout;
import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.OptionsDraft;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.PathIndex;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord;
import com.messagemedia.auth0.plan.NextRecord;
import com.messagemedia.auth0.plan.RecordCodec;
import com.messagemedia.auth0.plan.ValuePrints;
import com.messagemedia.auth0.plan.Verification;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.report.Origins;
import com.messagemedia.auth0.report.PlanMarkdown;
import com.messagemedia.auth0.report.PlanPage;
import com.messagemedia.auth0.report.PlanReport;
import com.messagemedia.auth0.report.PlanView;
import com.messagemedia.auth0.report.Printable.Palette;
import com.messagemedia.auth0.report.ValueText;
import com.messagemedia.auth0.report.VerificationReport;
import com.messagemedia.auth0.rollback.BackupPlan;
import com.messagemedia.auth0.rollback.RollbackWork;
import com.messagemedia.auth0.rollback.RunId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs all that a goal does with the leaves of a connection, between the reading of Auth0 and the writing to it. */
public final class Workloads {

    private static final FieldPath OBJECT = FieldPath.of("upstream_params");
    private static final Delivery DELIVERY = new GatewayDelivery();

    private final Workload workload;
    private final int leaves;

    private Workloads(Workload workload, int leaves) {
        this.workload = workload;
        this.leaves = leaves;
    }

    /** Prepares a run. Only the run itself is counted. */
    public static Runnable of(String workload, int leaves) {
        return new Workloads(Workload.valueOf(workload), leaves).prepared();
    }

    private Runnable prepared() {
        Descriptor descriptor = descriptor();
        LiveState live = LiveState.of(
                new Connection("con_1", "sms", "sms", Optional.empty(), List.of(), Optional.of(live()), Map.of()));
        AppliedRecord record = record();
        return () -> run(descriptor, live, record);
    }

    private static void run(Descriptor descriptor, LiveState live, AppliedRecord record) {
        PreparedChange planned = new ChangePlanner(descriptor, DELIVERY, new KeptRecord(record), "acme.eu.auth0.com")
                .plan(live, List.of());
        Origins origins = new Origins(descriptor.origins(), descriptor.sources(), descriptor.fileName());
        ValueText values = new ValueText(
                planned.fingerprints(),
                DELIVERY,
                PathIndex.of(descriptor.confidential()),
                PathIndex.of(planned.confidentialLive()),
                planned.redactor(descriptor));
        PlanView view = PlanView.of(planned.plan(), values, origins);
        new PlanReport(view, Palette.PLAIN).lines();
        new PlanMarkdown(view, "plan.json").text();
        new PlanPage(view, "plan.json").text();
        VerificationReport verified =
                new VerificationReport(new Verification(planned.plan()), origins, Map.of(), DELIVERY);
        verified.line();
        verified.fault();
        SavedPlan.of(planned, descriptor, "plugin/1");
        RecordCodec codec = new RecordCodec(DELIVERY.codes());
        codec.decode(codec.encode(planned.next()));
        new BackupPlan(planned, descriptor, Optional.empty())
                .backup("plugin/1", new RunId("20261124T120000Z-3f9c"))
                .ifPresent(backup -> RollbackWork.run(backup, planned, values));
    }

    private Options live() {
        return switch (workload) {
            case ADDED -> base("0").options();
            case IN_CONFLICT, KEPT_BY_POLICY -> filled("by somebody");
            default -> filled("of the last apply");
        };
    }

    private Options desired() {
        return switch (workload) {
            case ADDED, CHANGED, IN_CONFLICT, KEPT_BY_POLICY, WITHOUT_READABLE_RECORD, CONFIDENTIAL ->
                filled("of the descriptor");
            case IN_THE_WAY -> base("1").with(OBJECT, Value.of("scalar")).options();
            default -> base("1").options();
        };
    }

    private AppliedRecord record() {
        return switch (workload) {
            case ADDED, UNMANAGED, IN_THE_WAY -> new AppliedRecord.Absent();
            case WITHOUT_READABLE_RECORD -> new AppliedRecord.Lost(AppliedRecord.Loss.DAMAGED);
            case LISTED_FOR_REMOVAL -> applied(base("0").options());
            default -> applied(filled("of the last apply"));
        };
    }

    private static AppliedRecord applied(Options options) {
        ValuePrints prints = new ValuePrints(
                new Fingerprints("0123456789abcdef"), DELIVERY.mergeRules().canonical());
        return NextRecord.after(new AppliedRecord.Absent(), prints, options, List.of());
    }

    private static OptionsDraft base(String version) {
        return OptionsDraft.of(Options.EMPTY)
                .with(FieldPath.of("template"), Value.of("version " + version))
                .with(FieldPath.of("brute_force_protection"), Value.of(true));
    }

    private Options filled(String from) {
        OptionsDraft draft = base("0");
        for (int leaf = 0; leaf < leaves; leaf++) {
            draft.with(path(leaf), Value.of("value " + leaf + " " + from));
        }
        return draft.options();
    }

    private static FieldPath path(int leaf) {
        return OBJECT.child("group" + leaf % 7).child("key" + leaf);
    }

    private Descriptor descriptor() {
        Options desired = desired();
        Map<FieldPath, Origin> places = new HashMap<>();
        desired.leaves().keySet().forEach(path -> places.put(path, new Origin("a.yaml", 1 + places.size(), 1)));
        Map<FieldPath, Origin> removals = new HashMap<>();
        for (int leaf = 0; workload == Workload.LISTED_FOR_REMOVAL && leaf < leaves; leaf++) {
            removals.put(path(leaf), Origin.wholeFile("a.yaml"));
        }
        boolean confidential = workload == Workload.CONFIDENTIAL;
        return new Descriptor(
                "a.yaml",
                "default",
                Optional.empty(),
                false,
                tenant(),
                "smsGateway",
                new PhoneSection(Optional.empty(), Optional.empty(), Map.of(), "action", false),
                "sms",
                false,
                desired,
                places,
                Map.of(),
                confidential ? places.keySet() : Set.of(),
                removals,
                Map.of(),
                StateLocation.values()[0],
                ConflictPolicies.all(workload == Workload.KEPT_BY_POLICY ? ConflictPolicy.KEEP : ConflictPolicy.FAIL),
                Optional.empty(),
                List.of(),
                Rollout.NONE,
                confidential ? texts(desired) : List.of());
    }

    private static List<String> texts(Options options) {
        return options.leaves().values().stream()
                .filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).text())
                .toList();
    }

    private static TenantSection tenant() {
        return new TenantSection(
                "acme.eu.auth0.com",
                TenantAddress.parse("acme.eu.auth0.com"),
                Optional.empty(),
                new Credentials.Token(new Secret("token-of-the-test")),
                Optional.empty(),
                Origin.wholeFile("a.yaml"));
    }
}

package com.messagemedia.auth0.report;

import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.PathIndex;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.plan.Plan.Refusal;
import com.messagemedia.auth0.plan.Plan.Target;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.redaction.Redactor;
import com.messagemedia.auth0.report.Printable.Palette;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans as a test says them, and their text. */
record Plans(
        Plan plan, Map<FieldPath, Origin> origins, Map<FieldPath, List<String>> sources, Set<FieldPath> confidential) {

    static final Fingerprints KEY = new Fingerprints("a-salt-for-tests");
    static final Target TARGET = new Target("acme.eu.auth0.com", "sms", "con_BBBBBBBBBBBBBBBB", Optional.of("prod"));

    static Plans of(Decision... decisions) {
        Plan plan = new Plan(
                TARGET,
                Options.EMPTY,
                new MergeResult(Options.EMPTY, List.of(decisions)),
                RecordChange.NONE,
                List.of(),
                List.of(),
                List.of());
        return new Plans(plan, Map.of(), Map.of(), Set.of());
    }

    Plans at(Target target) {
        return with(new Plan(
                target, plan.live(), plan.merge(), plan.record(), plan.clients(), plan.refusals(), plan.notices()));
    }

    Plans record(RecordChange change) {
        return with(plan.with(change, plan.clients(), List.of()));
    }

    Plans clients(String... clients) {
        return with(plan.with(plan.record(), List.of(clients), List.of()));
    }

    Plans notices(Notice... notices) {
        return with(plan.with(plan.record(), plan.clients(), List.of(notices)));
    }

    Plans refusals(Refusal... refusals) {
        return with(new Plan(
                plan.target(),
                plan.live(),
                plan.merge(),
                plan.record(),
                plan.clients(),
                List.of(refusals),
                plan.notices()));
    }

    Plans origins(Map<FieldPath, Origin> places) {
        return new Plans(plan, places, sources, confidential);
    }

    Plans sources(Map<FieldPath, List<String>> names) {
        return new Plans(plan, origins, names, confidential);
    }

    Plans confidential(String... paths) {
        return new Plans(
                plan,
                origins,
                sources,
                Set.copyOf(List.of(paths).stream().map(FieldPath::parse).toList()));
    }

    private Plans with(Plan other) {
        return new Plans(other, origins, sources, confidential);
    }

    String text() {
        return text(Palette.PLAIN);
    }

    String text(Palette palette) {
        return String.join("\n", new PlanReport(view(), palette).lines()) + "\n";
    }

    PlanView view() {
        return view(Redactor.none());
    }

    PlanView view(Redactor redactor) {
        return PlanView.of(
                plan,
                new ValueText(KEY, new GatewayDelivery(), PathIndex.of(confidential), PathIndex.EMPTY, redactor),
                new Origins(origins, sources, "messagemedia-auth0.yaml"));
    }
}

package com.messagemedia.auth0.report;

import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Cause;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.How;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.merge.Decision.Reason;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan.Target;
import com.messagemedia.auth0.report.FleetPlan.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans of several environments as a test says them. */
final class FleetPlans {

    private FleetPlans() {}

    static Member member(String environment, Plans plan, Outcome outcome) {
        return new Member(
                environment, tenant(environment), Optional.of(view(environment, plan)), outcome, Optional.empty());
    }

    private static PlanView view(String environment, Plans plan) {
        return plan.at(new Target(tenant(environment), "sms", "con_" + environment, Optional.of(environment)))
                .view();
    }

    static String tenant(String environment) {
        return "acme-" + environment + ".eu.auth0.com";
    }

    static Member failed(String environment, String problem) {
        return new Member(
                environment,
                tenant(environment),
                Optional.empty(),
                Outcome.NOTHING_WRITTEN,
                Optional.of(new Fault(problem, "Check the network and the firewall.")));
    }

    static Plans changes() {
        return Plans.of(
                new Added(path("provider"), Value.of("sms_gateway"), How.OWNED),
                new Changed(path("from"), Value.of("+15550100000"), Value.of("+61491570156"), How.OWNED),
                new Removed(path("twilio_sid"), Value.of("AC0"), Reason.NO_LONGER_DESIRED),
                new Kept(path("brute_force_protection"), Value.of(true), false));
    }

    static Plans sender(String sender) {
        return Plans.of(new Changed(path("from"), Value.of("+15550100000"), Value.of(sender), How.OWNED));
    }

    static Plans conflict() {
        return Plans.of(new Conflict(
                path("template"),
                Optional.of(Value.of("ours")),
                Optional.of(Value.of("theirs")),
                new Cause(Cause.Kind.DRIFT, Optional.empty())));
    }

    static Plans nothing() {
        return Plans.of(new Kept(path("from"), Value.of("+61491570156"), true));
    }

    /** As a company has them: most share a plan, some have their own, one is in conflict, one is down. */
    static FleetPlan company(int size) {
        List<Member> members = new ArrayList<>();
        for (int number = 1; number <= size; number++) {
            String name = "brand-" + number + (number % 2 == 0 ? "-prod" : "-staging");
            members.add(
                    switch (number % 12) {
                        case 3 -> member(name, conflict(), Outcome.REFUSED);
                        case 5 -> failed(name, "Getting a Management API token from " + tenant(name) + " failed.");
                        case 7, 8, 9 -> member(name, nothing(), Outcome.NOTHING_TO_DO);
                        case 11 -> member(name, sender("+614915701" + (100 + number)), Outcome.PENDING);
                        default -> member(name, changes(), Outcome.PENDING);
                    });
        }
        return new FleetPlan(members);
    }

    static FieldPath path(String path) {
        return FieldPath.parse(path);
    }
}

package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Link;
import com.messagemedia.auth0.connection.OptionPaths;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.plan.Notice;
import com.messagemedia.auth0.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** The links that a plan tells of: whether it is applied, and whether Auth0 will call the gateway at all. */
final class PlanExamination {

    private PlanExamination() {}

    static List<Link> of(PlannedChange planned) {
        List<Link> links = new ArrayList<>();
        links.add(plan(planned.plan()));
        links.add(provider(planned));
        planned.plan().notices().forEach(notice -> notice(notice, links));
        return links;
    }

    private static Link plan(Plan plan) {
        if (plan.isNothingToDo()) {
            return Link.ok("plan", "Auth0 is as the descriptor says");
        }
        return plan.mayBeApplied()
                ? Link.warning(
                        "plan",
                        "there are changes that are not applied yet",
                        "messagemedia:plan shows them, messagemedia:apply applies them.")
                : Link.broken(
                        "plan",
                        "it cannot be applied" + conflicts(plan),
                        "messagemedia:plan says for each conflict which ways out there are.");
    }

    private static String conflicts(Plan plan) {
        List<String> paths = plan.conflicts().stream().map(FieldPath::toString).toList();
        return paths.isEmpty() ? "" : ": conflict in " + String.join(", ", paths);
    }

    private static Link provider(PlannedChange planned) {
        Options live = planned.live().options().orElse(Options.EMPTY);
        return OptionPaths.usesGateway(live)
                ? Link.ok("provider", "Auth0 sends through the SMS gateway")
                : Link.warning(
                        "provider",
                        "Auth0 sends through "
                                + OptionPaths.text(live, OptionPaths.PROVIDER).orElse("twilio") + " now",
                        "What follows is about the options after an apply.");
    }

    private static void notice(Notice notice, List<Link> links) {
        if (notice instanceof Notice.PhoneProviderInUse) {
            links.add(Link.broken(
                    "provider",
                    "options.use_phone_provider is set, so Auth0 will not call the gateway",
                    "Switch \"Use Tenant-Level Messaging Provider\" off for this connection."));
        } else if (notice instanceof Notice.UnifiedPhoneExperience) {
            links.add(Link.warning(
                    "provider",
                    "the tenant is on the Unified Phone Experience, and Auth0 may not call the gateway",
                    "Send a code with messagemedia:try, and see who delivers it."));
        }
    }
}

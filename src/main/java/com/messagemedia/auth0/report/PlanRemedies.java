package com.messagemedia.auth0.report;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Cause;
import com.messagemedia.auth0.merge.PathRules;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.OptionPaths;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.plan.Plan.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every sentence about what stops a plan, what to know about it, and what to do. */
final class PlanRemedies {

    private static final String REWRITTEN = "Write into the descriptor what you want instead, and apply it.";

    private PlanRemedies() {}

    static List<String> of(Plan plan, PathRules rules) {
        List<String> lines = new ArrayList<>();
        plan.notices().forEach(notice -> lines.add((notice.isWarning() ? "  Warning: " : "  Note: ") + text(notice)));
        plan.refusals().forEach(refusal -> lines.add("  Refused: " + text(refusal)));
        lines.addAll(conflicts(plan, rules));
        return lines;
    }

    /**
     * The same for a rollback, in which nothing is in conflict: what it would set was there before.
     *
     * @param given the options whose value an environment variable gave, each with that variable
     */
    static List<String> ofRollback(Plan plan, Map<FieldPath, String> given) {
        List<String> lines = new ArrayList<>();
        plan.notices().forEach(notice -> lines.add("  Warning: " + text(notice)));
        plan.refusals().forEach(refusal -> lines.add("  Refused: " + textOfRollback(refusal, given)));
        return lines;
    }

    private static String textOfRollback(Refusal refusal, Map<FieldPath, String> given) {
        if (refusal instanceof Refusal.CannotSend cannot) {
            return "what was there before that apply could not send a message: "
                    + lacks(cannot.gateway(), cannot.missing()) + ". " + wayOut(cannot.missing(), given, REWRITTEN);
        }
        List<FieldPath> url = List.of(OptionPaths.GATEWAY_URL);
        if (refusal instanceof Refusal.UnknownGateway unknown) {
            return "every message would go to " + Printable.text(unknown.host())
                    + " again, with the credentials of then, and that is no MessageMedia host. "
                    + wayOut(
                            url,
                            given,
                            "If that is meant, write \"allowGateway: " + Printable.text(unknown.host())
                                    + "\" under messageMedia.");
        }
        if (refusal instanceof Refusal.InsecureGateway) {
            return "every message would go to a gateway_url again that is no https address, with the credentials of then. "
                    + wayOut(url, given, REWRITTEN);
        }
        return text(refusal);
    }

    /** What a variable gave is mended there, and in no descriptor. */
    private static String wayOut(List<FieldPath> paths, Map<FieldPath, String> given, String otherwise) {
        List<String> variables = paths.stream()
                .flatMap(path -> Optional.ofNullable(given.get(path)).stream())
                .toList();
        return variables.isEmpty()
                ? otherwise
                : "Correct the environment variable " + String.join(", ", variables) + ".";
    }

    /** Why a path is in conflict; without a readable record nobody knows who changed what. */
    static String cause(Cause cause, RecordChange record) {
        if (record == RecordChange.REWRITE && cause.kind() != Cause.Kind.CLAIMED) {
            return "Auth0 and the descriptor differ, and what was applied last cannot be read";
        }
        return switch (cause.kind()) {
            case DRIFT -> "drift: changed in Auth0 since the last apply; the descriptor still says what was applied";
            case BOTH_CHANGED -> "changed in Auth0 and in the descriptor since the last apply";
            case CHANGED_BEFORE_REMOVAL -> "changed in Auth0 since the last apply, and no longer in the descriptor";
            case CLAIMED ->
                "owned by the descriptor with \"owner: "
                        + Printable.text(cause.owner().orElse("?")) + "\"";
        };
    }

    private static List<String> conflicts(Plan plan, PathRules rules) {
        List<Decision.Conflict> conflicts = plan.merge().decisions().stream()
                .filter(Decision.Conflict.class::isInstance)
                .map(Decision.Conflict.class::cast)
                .toList();
        List<String> lines = new ArrayList<>();
        if (!conflicts.isEmpty()) {
            lines.add("  For each conflict there are three ways out:");
            lines.addAll(agreements(conflicts));
            lines.add("    - to let the descriptor win, add \"onConflict: " + policies(conflicts, rules, "overwrite")
                    + "\" to it, or -Dmessagemedia.onConflict=overwrite for all;");
            lines.add("    - to leave Auth0's value, add \"onConflict: " + policies(conflicts, rules, "keep")
                    + "\", or -Dmessagemedia.onConflict=keep for all.");
        }
        if (plan.merge().decisions().stream().anyMatch(Decision.Refused.class::isInstance)) {
            lines.add("  To replace an object in which others hold options, name these options under \"remove\".");
        }
        return lines;
    }

    /** Equal values settle every conflict but one: what another descriptor owns stays in conflict until one lets go. */
    private static List<String> agreements(List<Decision.Conflict> conflicts) {
        List<String> lines = new ArrayList<>();
        if (conflicts.stream().anyMatch(conflict -> !isClaimed(conflict))) {
            lines.add("    - to take over what Auth0 holds, write it into the descriptor;");
        }
        if (conflicts.stream().anyMatch(PlanRemedies::isClaimed)) {
            lines.add("    - to end a conflict with another descriptor, take the option out of one of the two;");
        }
        return lines;
    }

    private static boolean isClaimed(Decision.Conflict conflict) {
        return conflict.cause().kind() == Cause.Kind.CLAIMED;
    }

    /** One policy for all that is in conflict, as YAML; a unit is decided whole, and the descriptor must say so. */
    private static String policies(List<Decision.Conflict> conflicts, PathRules rules, String policy) {
        return conflicts.stream()
                .map(Decision.Conflict::path)
                .flatMap(path -> rules.inUnit(path) ? rules.unit().stream() : Stream.of(path))
                .distinct()
                .map(path -> key(Printable.text(path.toString())) + ": " + policy)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String key(String path) {
        return path.contains("[") ? "'" + path.replace("'", "''") + "'" : path;
    }

    private static String text(Notice notice) {
        if (notice instanceof Notice.PhoneProviderInUse) {
            return "options.use_phone_provider is set, so Auth0 sends through the tenant's phone provider and will not"
                    + " call the gateway. Switch \"Use Tenant-Level Messaging Provider\" off for this connection.";
        }
        if (notice instanceof Notice.UnifiedPhoneExperience) {
            return "the tenant is on the Unified Phone Experience, whose phone provider does not use the SMS gateway: Auth0 may"
                    + " not call the gateway. Send a code with the Try button of the connection, and see who delivers it.";
        }
        if (notice instanceof Notice.CannotSendAlready already) {
            return "the connection cannot send as it is, and this plan does not change that: "
                    + lacks(already.gateway(), already.missing()) + ".";
        }
        if (notice instanceof Notice.UnmanagedGone gone) {
            return gone(gone.count());
        }
        return "the applied record of owner \"" + Printable.text(((Notice.UnreadableRecord) notice).owner())
                + "\" on this connection cannot be read; what it holds is not known.";
    }

    private static String gone(int count) {
        boolean one = count == 1;
        return (one ? "1 option" : count + " options") + " that this descriptor does not manage "
                + (one ? "was there at the last apply and is gone" : "were there at the last apply and are gone")
                + ". An apply does not put " + (one ? "it" : "them") + " back; the backups of earlier applies show "
                + (one ? "it" : "them") + ". This note ends with the next apply that writes options.";
    }

    private static String text(Refusal refusal) {
        if (refusal instanceof Refusal.CannotSend cannot) {
            return "the result could not send a message: " + lacks(cannot.gateway(), cannot.missing())
                    + ". Add what is missing to the descriptor, or leave the provider as it is.";
        }
        if (refusal instanceof Refusal.UnknownGateway unknown) {
            return "every message would carry the API key and secret to " + Printable.text(unknown.host())
                    + ", which is no MessageMedia host. If that is meant, write \"allowGateway: "
                    + Printable.text(unknown.host()) + "\" under messageMedia.";
        }
        if (refusal instanceof Refusal.InsecureGateway) {
            return "every message would carry the API key and secret to a gateway_url that is no https address."
                    + " Set messageMedia.gatewayUrl to an https address.";
        }
        return "the plugin cannot prove that these live options survive: "
                + PlanReport.names(((Refusal.LossNotExcluded) refusal).leaves())
                + ". This is a fault of the plugin; please report it.";
    }

    private static String lacks(boolean gateway, List<FieldPath> missing) {
        String provider = gateway ? "provider sms_gateway" : "provider twilio";
        return provider + " lacks " + missing.stream().map(FieldPath::toString).collect(Collectors.joining(", "));
    }
}

package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.auth0.FailedNotification;
import com.messagemedia.auth0.auth0.ManagementException;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Scopes;
import com.messagemedia.auth0.doctor.DeliveryExamination.Examined;
import com.messagemedia.auth0.model.CheckResult;
import com.messagemedia.auth0.redaction.Redactor;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The last messages that Auth0 could not send, in the tenant's log, without secrets, numbers and codes.
 *
 * @param examined what is examined
 * @param planned the plan, which knows the secrets to leave out
 */
record FailureExamination(Examined examined, PreparedChange planned) {

    private static final String FAILURES = "failures";
    private static final String LOG = "read:logs";
    private static final int SHOWN = 3;

    /** Any four digits in a row may be a code or part of a number; an HTTP status has three. */
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9](?:[ ()-]{0,2}[0-9]){3,}");

    CheckResult link() {
        boolean lacking = examined.planner()
                .scopes()
                .filter(granted -> !granted.contains(LOG))
                .isPresent();
        if (lacking) {
            return CheckResult.unknown(FAILURES, "the token cannot read the tenant's log", Scopes.grant(List.of(LOG)));
        }
        try {
            return link(examined.planner().ask(client -> client.phone().failedNotifications(SHOWN)));
        } catch (ManagementException unread) {
            return CheckResult.unknown(FAILURES, unread.problem(), unread.remedy());
        }
    }

    private CheckResult link(List<FailedNotification> failures) {
        if (failures.isEmpty()) {
            return CheckResult.ok(FAILURES, "the tenant's log has no failed message");
        }
        Redactor redactor = planned.redactor(examined.descriptor());
        return CheckResult.warning(
                FAILURES,
                "the last in the tenant's log: "
                        + failures.stream()
                                .limit(SHOWN)
                                .map(failure -> failure.date() + " " + masked(redactor.scrub(failure.reason())))
                                .collect(Collectors.joining("; ")),
                "docs/ACTION.md says what each reason of the Action means. Later messages may have arrived.");
    }

    private static String masked(String reason) {
        return DIGITS.matcher(reason).replaceAll("***");
    }
}

package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.descriptor.Validation;
import com.messagemedia.auth0.descriptor.Validation.IgnoredKey;
import com.messagemedia.auth0.descriptor.Validation.UnresolvedReference;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.Diagnostic.Severity;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.Plan.Target;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts that end a run: fault, applied, validated. */
class OutcomeReportsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PENDING         | Outcome: pending; the changes are not applied yet.",
                "REFUSED         | Outcome: refused; Auth0 did not change.",
                "UNKNOWN_STATE   | Outcome: unknown; check the connection before you run the goal again.",
                "PARTLY_APPLIED  | Outcome: partly applied; run the goal again to continue.",
                "NOTHING_WRITTEN | Outcome: failed; nothing was written to Auth0.",
                "APPLIED         | Outcome: applied, with the fault above.",
                "NOTHING_TO_DO   | Outcome: nothing to do."
            })
    void eachFaultEndsWithItsOutcome(Outcome outcome, String line) {
        assertThat(FaultReport.lines(new Fault("It broke.", "Mend it.", outcome)))
                .containsExactly("It broke.", "Mend it.", line);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void faultTextsFromOutsideCannotRepaintTheTerminalNorBreakTheirLine(Outcome outcome) {
        assertThat(FaultReport.lines(new Fault("one\u001b[2J\ntwo", "three\nfour\u202e", outcome)))
                .startsWith("one\\u001B[2J\\u000Atwo", "three\\u000Afour\\u202E")
                .hasSize(3);
        assertThat(FaultReport.lines(new Fault(List.of("one", "two\n"), List.of("three"), outcome)))
                .startsWith("one", "two\\u000A", "three")
                .hasSize(4);
    }

    @Test
    void descriptorFaultListsEveryDiagnosticAfterAnEmptyLine() {
        Diagnostic first = diagnostic(Severity.ERROR, 3);
        Diagnostic second = diagnostic(Severity.ERROR, 5);
        Fault fault = catchThrowableOfType(
                Fault.class, () -> validation(first, second).requireNoErrors("d.yaml"));
        assertThat(FaultReport.lines(fault))
                .containsExactly(
                        "d.yaml has 2 errors.",
                        "",
                        "d.yaml:3:1: key is wrong",
                        "  3 | key: x",
                        "    | ^^^",
                        "  Correct it.",
                        "",
                        "d.yaml:5:1: key is wrong",
                        "  5 | key: x",
                        "    | ^^^",
                        "  Correct it.",
                        "",
                        "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    void unexpectedFaultNamesItsKindAndOurFramesAndNeverItsText() {
        RuntimeException fault =
                new IllegalStateException("text with api-secret-0001", new RuntimeException("cause api-secret-0002"));
        fault.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.util.List", "of", "List.java", 1),
            new StackTraceElement("com.messagemedia.auth0.delivery.ConnectionWriter", "send", "Write.java", 42),
            new StackTraceElement("com.messagemedia.auth0x.Other", "run", "Other.java", 7)
        });
        assertThat(FaultReport.unexpected(fault, FaultReport.outcome(Outcome.UNKNOWN_STATE)))
                .containsExactly(
                        "The plugin failed with IllegalStateException, which is a fault of the plugin.",
                        "Please report it with these lines; the plan goal shows what Auth0 holds.",
                        "  at com.messagemedia.auth0.delivery.ConnectionWriter.send(Write.java:42)",
                        "Outcome: unknown; check the connection before you run the goal again.");
    }

    @Test
    void appliedSaysWhereToAndHowItIsKnown() {
        assertThat(new AppliedReport(Plans.TARGET, Outcome.APPLIED, Optional.empty(), false).line())
                .isEqualTo(
                        "Outcome: applied to acme.eu.auth0.com, connection sms, environment prod. Auth0's reply holds every value"
                                + " that was sent.");
        assertThat(new AppliedReport(Plans.TARGET, Outcome.APPLIED, Optional.empty(), true).line())
                .isEqualTo(
                        "Outcome: applied to acme.eu.auth0.com, connection sms, environment prod. Auth0's reply was lost,"
                                + " but a second read shows every value that was sent.");
        assertThat(new AppliedReport(Plans.TARGET, Outcome.NOTHING_TO_DO, Optional.empty(), false).line())
                .isEqualTo("Outcome: nothing to do; nothing was written. Environment: prod.");
    }

    @Test
    void appliedNamesTheReleasedDescriptor() {
        assertThat(new AppliedReport(Plans.TARGET, Outcome.APPLIED, Optional.of("com.acme:sms-config:1.4.2"), false)
                        .line())
                .isEqualTo(
                        "Outcome: applied com.acme:sms-config:1.4.2 to acme.eu.auth0.com, connection sms, environment prod. Auth0's reply"
                                + " holds every value that was sent.");
    }

    @Test
    void whatAuth0ResetIsAWarning() {
        assertThat(AppliedReport.warnings(List.of())).isEmpty();
        assertThat(AppliedReport.warnings(List.of(FieldPath.of("name"), FieldPath.of("k\u001b"))))
                .containsExactly(
                        "Reset by Auth0: name, [\"k\\u001B\"]. Auth0 gave these options a value of its own; the"
                                + " plugin leaves them alone.");
    }

    @Test
    void validationSaysWhatWasNotChecked() {
        Validation validation = new Validation(
                List.of(),
                List.of(
                        new UnresolvedReference("env.AUTH0_CLIENT_ID", new Origin("d.yaml", 4, 1), "line 4"),
                        new UnresolvedReference("server auth0-prod", new Origin("d.yaml", 5, 1), "line 5"),
                        new UnresolvedReference("file:k\u001b.pem", new Origin("d.yaml", 6, 1), "line 6")),
                new TreeSet<>(List.of("prod", "dev")),
                List.of(),
                List.of(
                        new IgnoredKey("dev", "gateway", "phoneProvider", new Origin("d.yaml", 9, 1)),
                        new IgnoredKey("prod", "gateway", "phoneProvider", new Origin("d.yaml", 9, 1)),
                        new IgnoredKey("prod", "gateway", "messageMedia.senders", new Origin("d.yaml", 7, 3))));
        assertThat(new ValidationReport(validation).summary())
                .containsExactly(
                        "Not set here, so not checked: ${env.AUTH0_CLIENT_ID} (line 4), server auth0-prod of"
                                + " settings.xml (line 5), ${file:k\\u001B.pem} (line 6)",
                        "Ignored in dev, prod, with delivery: gateway: phoneProvider (line 9), messageMedia.senders (line 7)",
                        "The descriptor is valid. Environments: dev, prod.");
    }

    @Test
    void validationWithoutFindingsIsOneSentence() {
        assertThat(new ValidationReport(validation()).summary()).containsExactly("The descriptor is valid.");
        assertThat(new ValidationReport(validation()).warnings()).isEmpty();
    }

    @Test
    void validationWarningsLeaveErrorsOut() {
        Diagnostic warning = diagnostic(Severity.WARNING, 5);
        assertThat(new ValidationReport(validation(diagnostic(Severity.ERROR, 3), warning)).warnings())
                .containsExactly("d.yaml:5:1: warning: key is wrong", "  5 | key: x", "    | ^^^", "  Correct it.");
    }

    private static Validation validation(Diagnostic... diagnostics) {
        return new Validation(List.of(diagnostics), List.of(), new TreeSet<>(), List.of(), List.of());
    }

    private static Diagnostic diagnostic(Severity severity, int line) {
        return new Diagnostic(
                severity, new Origin("d.yaml", line, 1), 3, "key", "is wrong", "Correct it.", Optional.of("key: x"));
    }

    @Test
    void everyClosingLineNamesTheEnvironment() {
        Target prod = new Target("acme.eu.auth0.com", "sms", "con_1", Optional.of("prod"));
        assertThat(new AppliedReport(prod, Outcome.NOTHING_TO_DO, Optional.empty(), false).line())
                .isEqualTo("Outcome: nothing to do; nothing was written. Environment: prod.");
        assertThat(new AppliedReport(prod, Outcome.APPLIED, Optional.empty(), false).line())
                .startsWith("Outcome: applied to acme.eu.auth0.com, connection sms, environment prod. ");
        assertThat(FaultReport.in(Optional.of("prod"), FaultReport.outcome(Outcome.REFUSED)))
                .isEqualTo("Outcome: refused; Auth0 did not change. Environment: prod.");
        assertThat(FaultReport.in(Optional.empty(), FaultReport.outcome(Outcome.REFUSED)))
                .isEqualTo("Outcome: refused; Auth0 did not change.");
    }
}

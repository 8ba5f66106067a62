package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.FieldPath;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportReportTest {

    private static ExportReport report(List<FieldPath> others, List<FieldPath> changes) {
        return new ExportReport(
                "sms.yaml",
                "sms (con_1)",
                List.of(FieldPath.of("from")),
                others,
                List.of("TWILIO_TOKEN"),
                changes,
                false,
                List.of());
    }

    @Test
    void tellsWhatIsInTheFileAndWhatComesNext() {
        ExportReport report = report(List.of(FieldPath.of("name")), List.of());
        assertThat(report.lines("mvn messagemedia:plan"))
                .containsExactly(
                        "Wrote sms.yaml from connection sms (con_1).",
                        "  It owns 1 option: from.",
                        "  It lists 1 other option in comments: name.",
                        "  Set these environment variables to the values in Auth0: TWILIO_TOKEN.",
                        "  Next, mvn messagemedia:plan shows no change of options, only the adoption.");
        assertThat(report.warning("mvn messagemedia:plan")).isEmpty();
    }

    @Test
    void promisesNoEmptyPlanWhereItDescribesMoreThanTheConnection() {
        ExportReport report = new ExportReport(
                "sms.yaml",
                "sms (con_1)",
                List.of(),
                List.of(),
                List.of("MESSAGEMEDIA_API_KEY"),
                List.of(),
                true,
                List.of("The tenant sends through its phone provider."));
        assertThat(report.lines("mvn messagemedia:plan"))
                .containsExactly(
                        "Wrote sms.yaml from connection sms (con_1).",
                        "  The tenant sends through its phone provider.",
                        "  It owns no option yet.",
                        "  Set these environment variables; Auth0 never shows the secrets of an Action: MESSAGEMEDIA_API_KEY.",
                        "  Next, mvn messagemedia:plan shows what an apply would set up.");
    }

    @Test
    void warnsInsteadOfPromisingWhereSomethingWouldChange() {
        ExportReport report = report(List.of(), List.of(FieldPath.of("totp", "length")));
        assertThat(report.lines("mvn messagemedia:plan")).hasSize(3);
        assertThat(report.warning("mvn messagemedia:plan"))
                .contains(
                        "The descriptor cannot express these options, so its plan would change them or stop at them: totp.length. Run mvn"
                                + " messagemedia:plan and check the plan before you apply.");
    }

    @Test
    void namesStayInTheirLine() {
        assertThat(report(List.of(FieldPath.of("a\n\u001b[31mb")), List.of()).lines("x"))
                .contains("  It lists 1 other option in comments: [\"a\\u000A\\u001B[31mb\"].");
    }

    @Test
    void aFileThatOwnsNothingIsSaidTo() {
        assertThat(new ExportReport("f", "sms", List.of(), List.of(), List.of(), List.of(), false, List.of())
                        .lines("x"))
                .contains("  It owns no option yet.");
    }
}

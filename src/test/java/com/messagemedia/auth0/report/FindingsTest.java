package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.Diagnostic.Severity;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.plan.Verification.Verdict;
import com.messagemedia.auth0.report.Remark.CodeQuality;
import com.messagemedia.auth0.report.Remark.WorkflowAnnotations;
import com.messagemedia.auth0.report.VerificationReport.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Findings in the words of the pipelines that show them. */
class FindingsTest {

    private static final Finding DRIFT = new Finding(
            Verdict.DRIFT, "a,b", "100% drift:\nsee", Optional.of(new Origin("messagemedia-auth0.yaml", 9, 3)));
    private static final Finding PENDING =
            new Finding(Verdict.PENDING, "applied record", "Not up to date.", Optional.empty());

    private static final List<Remark> REMARKS = List.of(DRIFT.remark(false), PENDING.remark(false));

    private static List<Remark> at(String path) {
        return REMARKS.stream().map(remark -> remark.at(name -> path)).toList();
    }

    /** A fault of a whole file has that file's path and no line, so it stands at the file's top. */
    @Test
    void aRemarkStandsInItsOwnFile() {
        Remark remark = Remark.of(new Diagnostic(
                        Severity.ERROR,
                        Origin.wholeFile("tenants.yaml"),
                        1,
                        "",
                        "is empty",
                        "Write it.",
                        Optional.empty()))
                .at(name -> "sms/" + name);
        assertThat(new WorkflowAnnotations("sms/d.yaml").lines(List.of(remark)))
                .containsExactly("::error file=sms/tenants.yaml,title=SMS login%3A descriptor::is empty. Write it.");
        assertThat(new CodeQuality("sms/d.yaml").text(List.of(remark)))
                .contains("\"path\": \"sms/tenants.yaml\"", "\"begin\": 1");
    }

    @Test
    void aWorkflowCommandCannotBeBrokenByItsText() {
        WorkflowAnnotations annotations = new WorkflowAnnotations("odd, folder:/file.yaml");
        assertThat(annotations.lines(at("odd, folder:/file.yaml")))
                .containsExactly(
                        "::error file=odd%2C folder%3A/file.yaml,line=9,col=3,title=SMS login%3A drift"
                                + "::100%25 drift:%0Asee",
                        "::notice file=odd%2C folder%3A/file.yaml,title=SMS login%3A pending::Not up to date.");
        assertThat(annotations.lines(List.of(PENDING.remark(true))))
                .containsExactly("::error file=odd%2C folder%3A/file.yaml,title=SMS login%3A pending::Not up to date.");
    }

    @Test
    void aCodeQualityIssueHasItsPlaceAndTheSameMarkInEveryPipeline() {
        CodeQuality quality = new CodeQuality("sms/file.yaml");
        String text = quality.text(at("sms/file.yaml"));
        assertThat(text).isEqualTo(quality.text(at("sms/file.yaml")));
        assertThat(text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "MARK"))
                .contains("""
                          {
                            "description": "100% drift:\\nsee",
                            "check_name": "messagemedia-drift",
                            "fingerprint": "MARK",
                            "severity": "major",
                            "location": {
                        """)
                .contains("\"begin\": 9", "\"severity\": \"info\"", "\"begin\": 1", "\"path\": \"sms/file.yaml\"");
        assertThat(quality.text(List.of())).isEqualTo("[]\n");
    }
}

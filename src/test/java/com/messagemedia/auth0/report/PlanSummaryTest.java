package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.How;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.merge.Decision.KeptByPolicy;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.plan.Plan.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The heading and the last line of a plan, which say what an apply does besides the options. */
class PlanSummaryTest {

    @Test
    void saysNothingToDoWhereOptionsAndRecordAgree() {
        assertThat(Plans.of(new Kept(path("from"), Value.of("a"), true)).text()).isEqualTo("""
                        acme.eu.auth0.com, connection sms (con_BBBBBBBBBBBBBBBB), environment prod
                          = 1 kept
                        Plan: nothing to do. Options and applied record match the descriptor.
                        """);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE  | Plan: no option changes; update the applied record. No live option is lost.",
                "REWRITE | Plan: no option changes; rewrite the unreadable applied record. No live option is lost.",
                "ADOPT   | Plan: no option changes; adopt 2 options into a new applied record. No live option is lost."
            })
    void countsChangesOfTheRecordAlone(RecordChange change, String summary) {
        Plans plan = Plans.of(
                        new Kept(path("from"), Value.of("a"), true),
                        new Kept(path("template"), Value.of("b"), true),
                        new Kept(path("name"), Value.of("c"), false))
                .record(change);
        assertThat(lastLine(plan)).isEqualTo(summary);
    }

    @Test
    void adoptsOneOptionInTheSingular() {
        Plans plan = Plans.of(new Kept(path("from"), Value.of("a"), true)).record(RecordChange.ADOPT);
        assertThat(plan.text()).isEqualTo("""
                        acme.eu.auth0.com, connection sms (con_BBBBBBBBBBBBBBBB), environment prod
                          First adoption: the connection has no applied record of this owner yet.
                          = 1 kept
                        Plan: no option changes; adopt 1 option into a new applied record. No live option is lost.
                        """);
    }

    @Test
    void saysThatALostRecordMakesTheConflicts() {
        assertThat(Plans.of().record(RecordChange.REWRITE).text().lines())
                .contains("  The applied record of this owner cannot be read, so every difference is a conflict.");
    }

    @Test
    void listsAndCountsClientsWhereNothingElseChanges() {
        assertThat(Plans.of().clients("client1").text()).isEqualTo("""
                        acme.eu.auth0.com, connection sms (con_BBBBBBBBBBBBBBBB), environment prod
                          + enabled client client1
                          = 0 kept
                        Plan: no option changes; enable 1 client. No live option is lost.
                        """);
        assertThat(lastLine(Plans.of().record(RecordChange.UPDATE).clients("client1", "client2")))
                .isEqualTo("Plan: no option changes; update the applied record; enable 2 clients."
                        + " No live option is lost.");
    }

    @Test
    void nothingToDoDoesNotSayThatWhatOnConflictKeepsIsAsTheDescriptorSays() {
        Plans plan =
                Plans.of(new KeptByPolicy(path("from"), Optional.of(Value.of("live")), Optional.of(Value.of("ours"))));
        assertThat(plan.text()).isEqualTo("""
                        acme.eu.auth0.com, connection sms (con_BBBBBBBBBBBBBBBB), environment prod
                          = from  live   kept by onConflict; descriptor ours
                          = 0 kept
                        Plan: nothing to do. Options and applied record match the descriptor, except what onConflict keeps.
                        """);
    }

    @Test
    void saysThatTheConnectionIsToBeCreated() {
        Plans plan = Plans.of(new Added(path("from"), Value.of("a"), How.ADOPTED))
                .record(RecordChange.ADOPT)
                .at(new Target("acme.eu.auth0.com", "sms", "", Optional.empty()));
        assertThat(plan.text()).isEqualTo("""
                        acme.eu.auth0.com, connection sms (to be created)
                          + from  a
                          = 0 kept
                        Plan: 1 to add, 0 to change, 0 to remove, 0 conflicts. No live option is lost.
                        """);
    }

    private static String lastLine(Plans plan) {
        List<String> lines = plan.text().lines().toList();
        return lines.get(lines.size() - 1);
    }

    private static FieldPath path(String text) {
        return FieldPath.parse(text);
    }
}

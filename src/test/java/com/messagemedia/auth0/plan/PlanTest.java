package com.messagemedia.auth0.plan;

import static com.messagemedia.auth0.testing.Rehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayNotice;
import com.messagemedia.auth0.delivery.gateway.GatewayRefusal;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.plan.Plan.Refusal;
import com.messagemedia.auth0.plan.Plan.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a plan says of itself, and the words that belong to it. */
final class PlanTest {

    private static final Target TARGET = new Target("acme.eu.auth0.com", "sms", "con_x", Optional.empty());
    private static final FieldPath PATH = FieldPath.of("a");
    private static final Decision KEPT = new Decision.Kept(PATH, json("1"), true);
    private static final Decision ADDED = new Decision.Added(PATH, json("1"), Decision.How.OWNED);
    private static final Decision CONFLICT = new Decision.Conflict(
            PATH,
            Optional.of(json("1")),
            Optional.of(json("2")),
            new Decision.Cause(Decision.Cause.Kind.DRIFT, Optional.empty()));
    private static final Refusal INSECURE = new GatewayRefusal.InsecureGateway();

    private static Plan plan(Decision decision, RecordChange record, List<String> clients, List<Refusal> refusals) {
        MergeResult merge = new MergeResult(Options.EMPTY, List.of(decision));
        return new Plan(TARGET, Options.EMPTY, merge, record, clients, refusals, List.of());
    }

    static Stream<Arguments> plans() {
        return Stream.of(
                Arguments.of(plan(KEPT, RecordChange.NONE, List.of(), List.of()), true, true),
                Arguments.of(plan(ADDED, RecordChange.NONE, List.of(), List.of()), true, false),
                Arguments.of(plan(KEPT, RecordChange.UPDATE, List.of(), List.of()), true, false),
                Arguments.of(plan(KEPT, RecordChange.NONE, List.of("client"), List.of()), true, false),
                Arguments.of(plan(KEPT, RecordChange.NONE, List.of(), List.of(INSECURE)), false, false),
                Arguments.of(plan(CONFLICT, RecordChange.NONE, List.of(), List.of()), false, false));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void mayBeAppliedUnlessAConflictOrARefusalStopsIt(Plan plan, boolean mayBeApplied, boolean isNothingToDo) {
        assertThat(plan.mayBeApplied()).isEqualTo(mayBeApplied);
        assertThat(plan.isNothingToDo()).isEqualTo(isNothingToDo);
    }

    @Test
    void namesWhatStopsIt() {
        Plan conflict = plan(CONFLICT, RecordChange.NONE, List.of(), List.of());
        assertThat(conflict.conflicts()).containsExactly(PATH);
        assertThat(conflict.counts()).isEqualTo(new Plan.Counts(0, 0, 0, 1, 0, 0));
        assertThat(plan(KEPT, RecordChange.NONE, List.of(), List.of()).conflicts())
                .isEmpty();
    }

    @Test
    void oneMoreNoticeLeavesTheRestAsItIs() {
        Plan plan = plan(ADDED, RecordChange.UPDATE, List.of("client"), List.of(INSECURE));
        Notice first = new Notice.UnmanagedGone(3);
        Notice second = new GatewayNotice.PhoneProviderInUse(false);
        assertThat(plan.with(first).with(second))
                .isEqualTo(new Plan(
                        TARGET,
                        plan.live(),
                        plan.merge(),
                        RecordChange.UPDATE,
                        List.of("client"),
                        List.of(INSECURE),
                        List.of(first, second)));
    }

    @Test
    void whatAResourceCannotChangeIsOneMoreRefusal() {
        Plan plan = plan(ADDED, RecordChange.UPDATE, List.of("client"), List.of(INSECURE))
                .with(new Notice.UnmanagedGone(3));
        assertThat(plan.refusing("It is shared.", "Ask its owner."))
                .isEqualTo(new Plan(
                        TARGET,
                        plan.live(),
                        plan.merge(),
                        RecordChange.UPDATE,
                        List.of("client"),
                        List.of(INSECURE, new Refusal.OfResource("It is shared.", "Ask its owner.")),
                        plan.notices()));
    }

    @ParameterizedTest
    @CsvSource({
        "sms,  con_x, connection sms (con_x)",
        "sms,  '',    connection sms (to be created)",
        "none, con_x, connection none (con_x)",
        "none, '',    no connection"
    })
    void namesItsConnection(String name, String id, String words) {
        assertThat(new Target("acme.eu.auth0.com", name, id, Optional.empty()).connectionInWords())
                .isEqualTo(words);
    }

    @Test
    void noticeOfADeliveryTakesNothingOverUnlessItSaysSo() {
        Notice.OfDelivery notice = () -> "Something to know.";
        assertThat(notice.takesOver()).isFalse();
        assertThat(notice.takeOverProblem("acme"))
                .isEqualTo("The plan takes over what sends the phone messages of tenant acme.");
        assertThat(notice.takeOverRemedy()).isEqualTo("Read the warnings of the plan; if that is what you want,");
    }

    @Test
    void eachWordOfAConflictReplacesItsUsualOne() {
        ConflictWords edited = ConflictWords.because("somebody edited it");
        assertThat(edited)
                .isEqualTo(new ConflictWords(Optional.of("somebody edited it"), true, Optional.empty(), true));
        assertThat(edited.instead("deploy it"))
                .isEqualTo(new ConflictWords(Optional.of("somebody edited it"), false, Optional.of("deploy it"), true));
        assertThat(edited.instead("deploy it").notToAdopt())
                .isEqualTo(new ConflictWords(Optional.of("somebody edited it"), false, Optional.empty(), true));
        assertThat(edited.notToKeep())
                .isEqualTo(new ConflictWords(Optional.of("somebody edited it"), true, Optional.empty(), false));
    }

    /** Programs read these words. */
    @Test
    void wordsOfTheVerdictsStay() {
        assertThat(Verification.Verdict.values())
                .extracting(Verification.Verdict::word)
                .containsExactly("in-sync", "pending", "drift", "conflict", "unreadable");
    }

    @Test
    void goneOptionsAreCountedAndAreNoWarning() {
        Plan plan = plan(KEPT, RecordChange.NONE, List.of(), List.of());
        assertThat(plan.unmanagedGone()).isZero();
        assertThat(plan.warnings()).isZero();
        Plan noticed = plan.with(new Notice.UnmanagedGone(3))
                .with(new GatewayNotice.PhoneProviderInUse(false))
                .with(new Notice.UnreadableRecord("billing"));
        assertThat(noticed.unmanagedGone()).isEqualTo(3);
        assertThat(noticed.warnings()).isEqualTo(2);
    }
}

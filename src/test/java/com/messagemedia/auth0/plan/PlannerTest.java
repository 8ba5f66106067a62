package com.messagemedia.auth0.plan;

import static com.messagemedia.auth0.testing.GatewayPlans.TARGET;
import static com.messagemedia.auth0.testing.GatewayPlans.UNIT;
import static com.messagemedia.auth0.testing.GatewayPlans.input;
import static com.messagemedia.auth0.testing.GatewayPlans.options;
import static com.messagemedia.auth0.testing.GatewayPlans.plan;
import static com.messagemedia.auth0.testing.Rehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewaySending;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.plan.Plan.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlannerTest {

    /** A plan of a merge that went wrong: its body is not what its decisions say. */
    private static List<Refusal> refusals(String live, String body, Decision... decisions) {
        String withUnit = "{" + UNIT;
        MergeInput input = input(withUnit + "," + live + "}", "{}");
        Options sent = options(withUnit + (body.isEmpty() ? "" : "," + body) + "}");
        return Planner.plan(
                        TARGET, input, new MergeResult(sent, List.of(decisions)), new GatewaySending(Optional.empty()))
                .refusals();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\":1     | ``             | a",
                "\"a\":1     | \"a\":2        | a",
                "\"a\":6     | \"a\":6.0      | a",
                "\"a\":true  | \"a\":\"true\" | a",
                "\"a\":null  | ``             | a",
                "\"a\":{}    | ``             | a",
                "\"a\":{}    | \"a\":1        | a",
                "\"a\":{\"b\":1,\"c\":2} | \"a\":{\"b\":1} | a.c",
                "\"a\":1     | \"a\":1,\"b\":2 | b"
            })
    void lossThatThePlanDoesNotListIsRefused(String live, String body, String lost) {
        assertThat(refusals(live, body)).containsExactly(new Refusal.LossNotExcluded(List.of(FieldPath.parse(lost))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"\"a\":1 | \"a\":1", "\"a\":{} | \"a\":{}", "\"a\":{\"b\":1,\"c\":2} | \"a\":{\"c\":2,\"b\":1}"})
    void whatIsCarriedNeedsNoListing(String live, String body) {
        assertThat(refusals(live, body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"b\":3", "\"b\":3,\"c\":5", "\"b\":2,\"c\":4", "\"c\":4", "\"a\":1,\"b\":3,\"c\":4"})
    void listedChangeThatTheBodyDoesNotHoldIsRefused(String body) {
        assertThat(refusals(
                        "\"a\":1,\"b\":2",
                        body,
                        new Decision.Removed(FieldPath.of("a"), json("1"), Decision.Reason.LISTED),
                        new Decision.Changed(FieldPath.of("b"), json("2"), json("3"), Decision.How.ADOPTED),
                        new Decision.Added(FieldPath.of("c"), json("4"), Decision.How.ADOPTED)))
                .singleElement()
                .isInstanceOf(Refusal.LossNotExcluded.class);
    }

    @Test
    void listedLossIsNoLoss() {
        assertThat(refusals(
                        "\"a\":1,\"b\":2",
                        "\"b\":3,\"c\":4",
                        new Decision.Removed(FieldPath.of("a"), json("1"), Decision.Reason.LISTED),
                        new Decision.Changed(FieldPath.of("b"), json("2"), json("3"), Decision.How.ADOPTED),
                        new Decision.Added(FieldPath.of("c"), json("4"), Decision.How.ADOPTED)))
                .isEmpty();
    }

    @Test
    void removalIsListedLeafByLeaf() {
        assertThat(refusals(
                        "\"a\":{\"b\":1,\"c\":2}",
                        "",
                        new Decision.Removed(FieldPath.of("a", "b"), json("1"), Decision.Reason.LISTED)))
                .containsExactly(new Refusal.LossNotExcluded(List.of(FieldPath.of("a", "c"))));
    }

    /** A leaf and an object at one path: the change of the one does not account for the other. */
    @Test
    void leafThatMakesRoomForAnObjectIsLostUnlessItIsListed() {
        Decision added = new Decision.Added(FieldPath.of("a", "b"), json("2"), Decision.How.ADOPTED);
        Decision removed = new Decision.Removed(FieldPath.of("a"), json("1"), Decision.Reason.LISTED);
        assertThat(refusals("\"a\":1", "\"a\":{\"b\":2}", added))
                .containsExactly(new Refusal.LossNotExcluded(List.of(FieldPath.of("a"))));
        assertThat(refusals("\"a\":1", "\"a\":{\"b\":2}", added, removed)).isEmpty();
    }

    @Test
    void emptyObjectThatGainsAListedMemberIsNotLost() {
        Decision added = new Decision.Added(FieldPath.of("a", "b"), json("2"), Decision.How.ADOPTED);
        assertThat(refusals("\"a\":{}", "\"a\":{\"b\":2}", added)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\":{\"b\":2} | \"a\":1 | false",
                "\"a\":{\"b\":2} | \"a\":{} | true",
                "\"z\":1 | \"z\":1,\"a\":{} | false"
            })
    void objectMayStayEmptyAndNothingElseMayTakeItsPlace(String live, String body, boolean proven) {
        List<Decision> removed = live.startsWith("\"a\"")
                ? List.of(new Decision.Removed(FieldPath.of("a", "b"), json("2"), Decision.Reason.LISTED))
                : List.of();
        assertThat(refusals(live, body, removed.toArray(Decision[]::new)))
                .isEqualTo(proven ? List.of() : List.of(new Refusal.LossNotExcluded(List.of(FieldPath.of("a")))));
    }

    static Stream<Arguments> decisions() {
        FieldPath path = FieldPath.of("a");
        return Stream.of(
                Arguments.of(new Decision.Added(path, json("1"), Decision.How.OVERWRITTEN), true),
                Arguments.of(new Decision.Changed(path, json("1"), json("2"), Decision.How.OVERWRITTEN), true),
                Arguments.of(new Decision.Removed(path, json("1"), Decision.Reason.OVERWRITTEN), true),
                Arguments.of(new Decision.Added(path, json("1"), Decision.How.OWNED), false),
                Arguments.of(new Decision.Changed(path, json("1"), json("2"), Decision.How.ADOPTED), false),
                Arguments.of(new Decision.Removed(path, json("1"), Decision.Reason.LISTED), false),
                Arguments.of(new Decision.Kept(path, json("1"), true), false));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void eachKindOfOverwrittenConflictIsOne(Decision decision, boolean overwritten) {
        MergeInput input = input("{}", "{}");
        MergeResult merge = new MergeResult(Options.EMPTY, List.of(decision));
        assertThat(Planner.plan(TARGET, input, merge, new GatewaySending(Optional.empty()))
                        .overwrites())
                .isEqualTo(overwritten);
    }

    @Test
    void plansCountsAddUp() {
        Plan plan = plan("{\"a\":1,\"b\":2,\"c\":{\"d\":1,\"e\":2}," + UNIT + "}", "{\"a\":2,\"b\":2,\"f\":1}");
        assertThat(plan.counts()).isEqualTo(new Plan.Counts(1, 1, 0, 0, 9, 8));
    }
}

package com.messagemedia.auth0.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Null;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final FieldPath FROM = FieldPath.of("from");
    private static final FieldPath ALIAS = FieldPath.of("upstream_params", "screen_name", "alias");
    private static final FieldPath LENGTH = FieldPath.of("totp", "length");
    private static final FieldPath STEP = FieldPath.of("totp", "time_step");

    private static final Options SAMPLE = Options.EMPTY
            .with(FROM, Value.of("+15550100000"))
            .with(LENGTH, Value.of(6))
            .with(STEP, Value.of(300))
            .with(ALIAS, Value.of("login_hint"));

    @Test
    void getsScalarsObjectsAndNulls() {
        Options options = SAMPLE.with(FieldPath.of("sid"), Null.NULL);
        assertThat(options.get(FROM)).contains(Value.of("+15550100000"));
        assertThat(options.get(FieldPath.of("totp")))
                .contains(new Tree(Map.of("length", Value.of(6), "time_step", Value.of(300))));
        assertThat(options.get(FieldPath.of("sid"))).contains(Null.NULL);
    }

    @Test
    void getsNothingWhereNothingStands() {
        assertThat(SAMPLE.get(FieldPath.of("template"))).isEmpty();
        assertThat(SAMPLE.get(FROM.child("below"))).isEmpty();
        assertThat(SAMPLE.get(FieldPath.of("totp", "length", "below"))).isEmpty();
    }

    @Test
    void withKeepsTheOrderOfKeysAndLeavesTheOriginalAsItWas() {
        Options changed = SAMPLE.with(FROM, Value.of("other")).with(FieldPath.of("new"), Value.of(true));
        assertThat(changed.root().members().keySet()).containsExactly("from", "totp", "upstream_params", "new");
        assertThat(SAMPLE.get(FROM)).contains(Value.of("+15550100000"));
    }

    @Test
    void withReplacesAScalarThatStandsInTheWay() {
        FieldPath below = FROM.child("number");
        Options changed = SAMPLE.with(below, Value.of(1));
        assertThat(changed.get(below)).contains(Value.of(1));
        assertThat(changed.get(FROM)).contains(new Tree(Map.of("number", Value.of(1))));
    }

    @Test
    void withoutTakesOneLeafAndLeavesItsNeighbour() {
        Options changed = SAMPLE.without(LENGTH);
        assertThat(changed.get(LENGTH)).isEmpty();
        assertThat(changed.get(STEP)).contains(Value.of(300));
        assertThat(SAMPLE.get(LENGTH)).contains(Value.of(6));
    }

    @Test
    void withoutTakesTheObjectsThatItEmpties() {
        assertThat(SAMPLE.without(ALIAS).get(FieldPath.of("upstream_params"))).isEmpty();
        assertThat(SAMPLE.without(LENGTH).without(STEP).get(FieldPath.of("totp")))
                .isEmpty();
    }

    @Test
    void withoutLeavesAnObjectThatWasEmptyBefore() {
        Options options = SAMPLE.with(FieldPath.of("upstream_params", "empty"), Tree.EMPTY);
        assertThat(options.without(ALIAS).get(FieldPath.of("upstream_params")))
                .contains(new Tree(Map.of("empty", Tree.EMPTY)));
    }

    @Test
    void withoutAnAbsentPathIsTheSameOptions() {
        assertThat(SAMPLE.without(FieldPath.of("template"))).isSameAs(SAMPLE);
        assertThat(SAMPLE.without(FROM.child("below"))).isSameAs(SAMPLE);
    }

    @Test
    void withoutAWholeObjectTakesAllOfIt() {
        assertThat(SAMPLE.without(FieldPath.of("totp")).leaves()).containsOnlyKeys(FROM, ALIAS);
    }

    @Test
    void withoutTheLastKeyIsEmpty() {
        assertThat(Options.EMPTY.with(LENGTH, Value.of(6)).without(LENGTH).isEmpty())
                .isTrue();
        assertThat(SAMPLE.isEmpty()).isFalse();
    }

    @Test
    void leavesAreScalarsArraysNullsAndEmptyObjectsInPathOrder() {
        Options options = SAMPLE.with(FieldPath.of("z"), Tree.EMPTY)
                .with(FieldPath.of("b"), new Array(List.of(new Tree(Map.of("inside", Value.of(1))))))
                .with(FieldPath.of("c"), Null.NULL);
        assertThat(options.leaves().keySet())
                .extracting(FieldPath::toString)
                .containsExactly(
                        "b", "c", "from", "totp.length", "totp.time_step", "upstream_params.screen_name.alias", "z");
    }

    @Test
    void leavesUnderAPathAreItsOwnAlone() {
        assertThat(SAMPLE.leavesUnder(FieldPath.of("totp"))).containsOnlyKeys(LENGTH, STEP);
        assertThat(SAMPLE.leavesUnder(FROM)).containsOnlyKeys(FROM);
        assertThat(SAMPLE.leavesUnder(FieldPath.of("template"))).isEmpty();
    }

    @Test
    void keyOrderDoesNotCountForEquality() {
        Options turned = Options.EMPTY
                .with(ALIAS, Value.of("login_hint"))
                .with(STEP, Value.of(300))
                .with(LENGTH, Value.of(6))
                .with(FROM, Value.of("+15550100000"));
        assertThat(turned).isEqualTo(SAMPLE).hasSameHashCodeAs(SAMPLE);
    }

    @Test
    void textTellsPathsAndNoValue() {
        assertThat(SAMPLE)
                .hasToString("options [from, totp.length, totp.time_step, upstream_params.screen_name.alias]");
    }

    @Test
    void connectionWithoutOptionsOrWithEmptyOnesIsNotReadable() {
        assertThat(connection(Optional.empty()).optionsReadable()).isFalse();
        assertThat(connection(Optional.of(Options.EMPTY)).optionsReadable()).isFalse();
        assertThat(connection(Optional.of(SAMPLE)).optionsReadable()).isTrue();
    }

    @Test
    void textOfAConnectionTellsItsNameAndId() {
        assertThat(connection(Optional.of(SAMPLE))).hasToString("connection sms (con_a)");
    }

    private static Connection connection(Optional<Options> options) {
        return new Connection("con_a", "sms", "sms", Optional.empty(), List.of(), options, Map.of("owner", "value"));
    }
}

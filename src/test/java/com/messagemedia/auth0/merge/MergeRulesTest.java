package com.messagemedia.auth0.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.merge.Decision.Reason;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.merge.MergeInput.Desired;
import com.messagemedia.auth0.merge.MergeInput.OtherOwners;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A merge knows of its paths what it is told, and nothing else. */
class MergeRulesTest {

    private static final FieldPath MODE = FieldPath.of("mode");
    private static final FieldPath KEY = FieldPath.of("old_key");
    private static final FieldPath ADDRESS = FieldPath.of("address");
    private static final Value KEPT = Value.of("AC0");
    private static final FieldPath FLAG = FieldPath.of("address", "flag");
    private static final MergeRules RULES = new MergeRules(
            List.of(MODE, ADDRESS),
            Optional.of(new LeavingKeys(MODE, Value.of("new"), List.of(KEY))),
            new Canonical(Set.of(FLAG), Map.of(FLAG, Value.of(false))));

    private static List<Decision> merged(Options live, Options desired, MergeRules rules) {
        return ThreeWayMerge.merge(new MergeInput(
                        Base.NOTHING,
                        new Desired(desired, Set.of()),
                        live,
                        OtherOwners.NONE,
                        ConflictPolicies.all(ConflictPolicy.FAIL),
                        rules))
                .decisions();
    }

    @Test
    void theKeysOfTheRulesLeaveWithTheirSwitchAndWithoutRulesNoneDoes() {
        Options live = Options.EMPTY
                .with(MODE, Value.of("old"))
                .with(KEY, Value.of("k"))
                .with(FieldPath.of("twilio_sid"), KEPT);
        Options desired = Options.EMPTY.with(MODE, Value.of("new"));
        assertThat(merged(live, desired, RULES))
                .filteredOn(Removed.class::isInstance)
                .containsExactly(new Removed(KEY, Value.of("k"), Reason.PROVIDER_SWITCH));
        assertThat(merged(live, desired, MergeRules.NONE)).noneMatch(Removed.class::isInstance);
    }

    @Test
    void noKeyLeavesWithAnotherValueOfTheSwitch() {
        Options live = Options.EMPTY.with(MODE, Value.of("old")).with(KEY, Value.of("k"));
        assertThat(merged(live, Options.EMPTY.with(MODE, Value.of("newer")), RULES))
                .noneMatch(Removed.class::isInstance);
        assertThat(merged(live.with(MODE, Value.of("new")), Options.EMPTY, RULES))
                .noneMatch(Removed.class::isInstance);
    }

    @Test
    void valuesMeanTheSameWhereTheRulesSaySo() {
        Options live = Options.EMPTY.with(ADDRESS.child("host"), Value.of("h"));
        Options desired = Options.EMPTY.with(FLAG, Value.of("false"));
        assertThat(merged(live, desired, RULES)).noneMatch(Decision::changesLive);
        assertThat(merged(live, desired, MergeRules.NONE)).anyMatch(Decision::changesLive);
    }

    @Test
    void theUnitAndTheKeysOfItsSwitchBelongTogether() {
        assertThat(RULES.inUnit(FLAG)).isTrue();
        assertThat(RULES.inUnit(KEY)).isFalse();
        assertThat(RULES.belongTogether(KEY, FLAG)).isTrue();
        assertThat(RULES.belongTogether(MODE, FLAG)).isTrue();
        assertThat(RULES.belongTogether(FLAG, KEY)).isFalse();
        assertThat(RULES.belongTogether(FieldPath.of("text"), MODE)).isFalse();
        assertThat(MergeRules.NONE.belongTogether(MODE, MODE)).isFalse();
        assertThat(RULES.switchOf()).contains(MODE);
    }
}

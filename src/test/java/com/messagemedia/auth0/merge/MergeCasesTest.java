package com.messagemedia.auth0.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Cause.Kind;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.merge.Decision.KeptByPolicy;
import com.messagemedia.auth0.merge.Decision.Refused;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every file of {@code src/test/resources/merge}; the file's name is the sentence that it proves. */
final class MergeCasesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decidesEveryLeafAsTheFileSays(MergeCase expected) {
        MergeResult result = ThreeWayMerge.merge(expected.input());
        assertThat(result.decisions())
                .as(expected.name())
                .map(decision -> Map.entry(decision.path().toString(), DecisionText.of(decision)))
                .isEqualTo(expected.decisions());
        assertThat(result.isSettled()).isEqualTo(expected.merged().isPresent());
        expected.merged()
                .ifPresent(merged -> assertThat(InputText.leaves(result.merged().leaves()))
                        .isEqualTo(InputText.leaves(merged.leaves())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void showsTheValuesThatWereThere(MergeCase expected) {
        Options live = expected.input().live();
        Options desired = expected.input().desired().options();
        for (Decision decision : ThreeWayMerge.merge(expected.input()).decisions()) {
            if (decision instanceof Kept kept) {
                assertThat(GatewayOptions.MERGE_RULES.canonical().effective(live, kept.path()))
                        .contains(kept.live());
            } else if (decision instanceof Removed removed) {
                assertThat(live.get(removed.path())).contains(removed.live());
            } else if (decision instanceof Added added) {
                assertThat(live.get(added.path())).isEmpty();
                assertThat(desired.get(added.path())).contains(added.desired());
            } else if (decision instanceof Changed changed) {
                assertThat(live.get(changed.path())).contains(changed.live());
                assertThat(desired.get(changed.path())).contains(changed.desired());
            } else if (decision instanceof KeptByPolicy kept) {
                assertThat(kept.live()).isEqualTo(live.get(kept.path()));
                assertThat(kept.desired()).isEqualTo(desired.get(kept.path()));
            } else if (decision instanceof Conflict conflict) {
                assertThat(conflict.live()).isEqualTo(live.get(conflict.path()));
                assertThat(conflict.desired()).isEqualTo(desired.get(conflict.path()));
                assertThat(conflict.cause().owner()).isEqualTo(owner(expected, conflict));
            } else {
                Refused refused = (Refused) decision;
                assertThat(desired.get(refused.path())).contains(refused.desired());
                assertThat(refused.unmanaged()).isNotEmpty().allSatisfy(path -> {
                    assertThat(live.get(path).filter(Value::isLeaf)).isPresent();
                    assertThat(path.startsWith(refused.path())).isTrue();
                });
            }
        }
    }

    private static Optional<String> owner(MergeCase expected, Conflict conflict) {
        return conflict.cause().kind() == Kind.CLAIMED
                ? expected.input().claims().claimedBy(conflict.path())
                : Optional.empty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settledCases")
    void changesNothingTheSecondTime(MergeCase expected) {
        MergeInput first = expected.input();
        MergeResult applied = ThreeWayMerge.merge(first);
        Base record = expected.base().after(first.desired().options(), applied);
        MergeResult again = ThreeWayMerge.merge(new MergeInput(
                record,
                first.desired(),
                applied.merged(),
                first.claims(),
                first.policies(),
                GatewayOptions.MERGE_RULES));
        assertThat(again.decisions())
                .allMatch(decision -> decision instanceof Kept || decision instanceof KeptByPolicy);
        assertThat(again.merged()).isEqualTo(applied.merged());
    }

    @Test
    void findsTheFiles() {
        assertThat(cases()).hasSizeGreaterThan(100);
        assertThat(settledCases()).hasSizeGreaterThan(60).hasSizeLessThan(cases().size() - 20);
    }

    static List<MergeCase> settledCases() {
        return cases().stream().filter(each -> each.merged().isPresent()).toList();
    }

    static List<MergeCase> cases() {
        try (Stream<Path> files =
                Files.list(Path.of(MergeCasesTest.class.getResource("/merge").toURI()))) {
            return files.sorted().map(MergeCase::read).toList();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError("the case files cannot be listed", e);
        }
    }
}

package com.messagemedia.auth0.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.RandomPaths;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.rollback.Backup.Before;
import com.messagemedia.auth0.rollback.Backup.Entry;
import com.messagemedia.auth0.rollback.Backup.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The paths of a backup: what the quick search answers, a look at each pair answers too. */
class BackupPathsTest {

    private static final Subject SUBJECT = new Subject("acme.eu.auth0.com", "sms", "con_1", "default");
    private static final List<Before> BEFORE = List.of(
            new Before.Absent(), new Before.Unchanged(), new Before.Plain(Value.of(1)), new Before.InVersion("7"));

    private final RandomPaths paths = new RandomPaths(20261127);
    private final Random random = new Random(20261127);

    @Test
    void refusesTwoValuesAtOnePlace() {
        int refused = 0;
        for (int trial = 0; trial < 3_000; trial++) {
            List<Entry> entries =
                    paths.next(trial % 6).stream().map(this::entry).toList();
            boolean contradict = IntStream.range(0, entries.size())
                    .anyMatch(later -> entries.subList(0, later).stream()
                            .anyMatch(entry -> contradict(entry, entries.get(later))));
            Throwable thrown = catchThrowable(() ->
                    new Backup(SUBJECT, "plugin/1", Optional.empty(), new Fingerprints("a-salt-for-tests"), entries));
            assertThat(thrown != null).as("%s", entries).isEqualTo(contradict);
            refused += contradict ? 1 : 0;
        }
        assertThat(refused).isBetween(100, 2_900);
    }

    private Entry entry(FieldPath path) {
        Optional<String> after = random.nextBoolean() ? Optional.of("12345678") : Optional.empty();
        return new Entry(path, BEFORE.get(random.nextInt(BEFORE.size())), after, false);
    }

    private static boolean contradict(Entry one, Entry other) {
        boolean before = hasBefore(one) && hasBefore(other);
        boolean after = one.after().isPresent() && other.after().isPresent();
        return one.path().equals(other.path())
                || ((before || after) && one.path().overlaps(other.path()));
    }

    private static boolean hasBefore(Entry entry) {
        return !(entry.before() instanceof Before.Absent || entry.before() instanceof Before.InVersion);
    }

    @Test
    void namesTheFirstChangedPathOfAGroup() {
        MergeRules rules = new MergeRules(
                List.of(FieldPath.of("a-b"), FieldPath.of("b")),
                GatewayOptions.MERGE_RULES.leaving(),
                GatewayOptions.MERGE_RULES.canonical());
        for (int trial = 0; trial < 3_000; trial++) {
            List<FieldPath> changed = paths.next(trial % 5).stream().distinct().toList();
            FieldPath path = paths.next();
            Optional<FieldPath> expected = changed.contains(path)
                    ? Optional.of(path)
                    : changed.stream()
                            .filter(other -> other.overlaps(path) || rules.belongTogether(path, other))
                            .findFirst();
            assertThat(new ChangedPaths(changed, rules).cause(path))
                    .as("%s among %s", path, changed)
                    .isEqualTo(expected);
        }
    }
}

package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.SMS;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RacesTest extends RehearsalTest {

    private static final String THEIRS = "\"Theirs: @@password@@\"";

    @ParameterizedTest
    @ValueSource(strings = {TOKEN, LIST})
    void editBeforeTheReadSurvives(String request) {
        rehearsal.wire().once(Moment.before(request, () -> rehearsal.set("template", THEIRS)));
        rehearsal.applyTwice();
        assertThat(rehearsal.live("template")).isEqualTo(THEIRS);
    }

    @Test
    void editBetweenReadAndWriteIsLostInTheWindowAsDocumented() {
        rehearsal.wire().once(Moment.after(LIST, () -> rehearsal.set("template", THEIRS)));
        rehearsal.applyTwice();
        assertThat(rehearsal.live("template")).isEqualTo("\"@@password@@\"");
    }

    @Test
    void editAfterTheWriteSurvives() {
        rehearsal.wire().once(Moment.after(PATCH, () -> rehearsal.set("template", THEIRS)));
        rehearsal.applyTwice();
        assertThat(rehearsal.live("template")).isEqualTo(THEIRS);
    }

    @Test
    void editOfAnOwnedOptionAfterTheWriteIsDriftInTheNextRun() {
        rehearsal.wire().once(Moment.after(PATCH, () -> rehearsal.set("from", "\"+15550100000\"")));
        rehearsal.apply();
        assertThat(rehearsal.refused()).hasMessage("The plan has 1 conflict: from. Nothing was written.");
        assertThat(rehearsal.live("from")).isEqualTo("\"+15550100000\"");
    }

    @Test
    void connectionDeletedInTheWindowIsNotMadeAgain() {
        rehearsal
                .wire()
                .once(Moment.after(LIST, () -> rehearsal.sandbox().tenant().remove(SMS)));
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
        assertThat(rehearsal.sandbox().tenant().connections()).hasSize(1);
    }

    @Test
    void ofTwoAppliesAtOnceOneIsThereWholeWithItsRecord(@TempDir Path second) throws Exception {
        String one = MESSAGE_MEDIA + "options: {template: \"One @@password@@\", name: one}\n";
        String two = MESSAGE_MEDIA.replace("70156", "70157") + "options: {template: \"Two @@password@@\", name: two}\n";
        Path twoFile = second.resolve("messagemedia-auth0.yaml");
        rehearsal.describe(two);
        Files.copy(rehearsal.file(), twoFile);
        rehearsal.describe(one);
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        rehearsal.wire().once(Moment.after(LIST, () -> await(bothHaveRead)));
        rehearsal.wire().once(Moment.after(LIST, () -> await(bothHaveRead)));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Applied> first = threads.submit(() -> rehearsal.apply());
            Future<Applied> other = threads.submit(() -> rehearsal.apply(twoFile));
            assertThat(first.get().outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(other.get().outcome()).isEqualTo(Outcome.APPLIED);
        } finally {
            threads.shutdownNow();
        }
        boolean oneWon = rehearsal.live("name").equals("\"one\"");
        assertThat(rehearsal.live("template")).isEqualTo(oneWon ? "\"One @@password@@\"" : "\"Two @@password@@\"");
        assertThat(rehearsal.live("from")).isEqualTo(oneWon ? "\"+61491570156\"" : "\"+61491570157\"");
        rehearsal.describe(oneWon ? one : two).assertStable(Choices.NONE);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

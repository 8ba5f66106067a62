package com.messagemedia.auth0.rollback;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.READ;
import static com.messagemedia.auth0.testing.Rehearsal.SMS;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.rollback.Backup.Subject;
import com.messagemedia.auth0.rollback.PlannedRollback.RolledBack;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rollback puts back, and what stays, from the backup that an apply made. */
final class RollbackTest extends RollbackRehearsal {

    @Test
    void whatAnApplyReplacedIsThereAgainWithOneWriteAndOnlyOnce() {
        Options before = rehearsal.live();
        Backup backup = apply(Choices.NONE);
        Map<String, String> record = rehearsal.metadata();
        RolledBack done = rollBack(backup);
        assertThat(done.applied()).isEqualTo(new Applied(Outcome.APPLIED, List.of(), false));
        assertThat(done.next().orElseThrow().mayBeApplied()).isFalse();
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, PATCH);
        assertThat(rehearsal.live()).isEqualTo(before);
        assertThat(rehearsal.wire().lastBody().members()).containsOnlyKeys("options");
        assertThat(rehearsal.metadata()).isEqualTo(record);
        assertThat(rollBack(backup))
                .isEqualTo(new RolledBack(new Applied(Outcome.NOTHING_TO_DO, List.of(), false), Optional.empty()));
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST);
    }

    @Test
    void whatTheNextApplyWouldDoIsTold() {
        rehearsal.describe(MESSAGE_MEDIA, "onConflict: overwrite\n");
        RolledBack done = rollBack(apply(Choices.NONE));
        assertThat(done.next().orElseThrow().mayBeApplied()).isTrue();
        assertThat(done.next().orElseThrow().overwrites()).isTrue();
    }

    /** What a colleague sets, and what stays then, each with its cause; one that belongs to no unit lets the others go. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name | \"theirs\" | ``",
                "from | \"+61491570156\" | ``",
                "from | \"+15550100000\" | ``",
                "from | \"+15550100009\" | from=from",
                "twilio_sid | \"AC00000000000000000000000000000000\" | ``",
                "twilio_sid | \"ACx\" | twilio_sid=twilio_sid",
                "gateway_url | \"https://auth0.workflows-prd.syd.mmd.zone/messages\" | "
                        + "gateway_authentication.audience=gateway_url gateway_authentication.method=gateway_url"
                        + " gateway_authentication.secret=gateway_url"
                        + " gateway_authentication.secret_base64_encoded=gateway_url"
                        + " gateway_authentication.subject=gateway_url gateway_url=gateway_url provider=gateway_url"
                        + " twilio_sid=gateway_url twilio_token=gateway_url",
            })
    void whatSomebodyHasChangedSinceStaysWithAllThatBelongsToIt(String path, String json, String stays) {
        Options before = rehearsal.live();
        Backup backup = apply(Choices.NONE);
        rehearsal.set(path, json);
        Options edited = rehearsal.live();
        rehearsal.with(Choices.NONE, planner -> {
            PlannedRollback rollback = new Rollback(planner).plan(any -> backup, GIVEN);
            List<String> told = new ArrayList<>();
            rollback.skipped().forEach((left, cause) -> told.add(left + "=" + cause));
            assertThat(String.join(" ", told)).isEqualTo(stays);
            new Rollback(planner).run(rollback, Approval.NOBODY, false);
            for (FieldPath changed : backup.changed()) {
                assertThat(rehearsal.live().get(changed))
                        .as("%s", changed)
                        .isEqualTo((rollback.skipped().containsKey(changed) ? edited : before).get(changed));
            }
            return new Rollback(planner).run(new Rollback(planner).plan(any -> backup, GIVEN), Approval.NOBODY, false);
        });
        assertThat(rehearsal.live(path))
                .isEqualTo(stays.isEmpty() && !path.equals("name") ? before(before, path) : json);
    }

    private static String before(Options before, String path) {
        return before.get(FieldPath.parse(path)).map(Json::write).orElse("absent");
    }

    @Test
    void chooserIsToldWhoseBackupIsWanted() {
        Backup backup = apply(Choices.NONE);
        List<Subject> asked = new ArrayList<>();
        rehearsal.with(
                Choices.NONE,
                planner -> new Rollback(planner)
                        .plan(
                                subject -> {
                                    asked.add(subject);
                                    return backup;
                                },
                                GIVEN));
        assertThat(asked)
                .containsExactly(new Subject(rehearsal.sandbox().address().domain(), "sms", SMS, "default"));
        assertThat(backup.subject()).isEqualTo(asked.get(0));
    }

    @Test
    void lostReplyIsSettledByReadingAgain() {
        Options before = rehearsal.live();
        Backup backup = apply(Choices.NONE);
        rehearsal.wire().once(Moment.of(PATCH, Fate.REPLY_LOST));
        assertThat(rollBack(backup).applied()).isEqualTo(new Applied(Outcome.APPLIED, List.of(), true));
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, PATCH, READ);
        assertThat(rehearsal.live()).isEqualTo(before);
        assertThat(rollBack(backup).applied().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
    }
}

package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.AppliedRecord;
import com.messagemedia.auth0.plan.AppliedRecord.Loss;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LostRecordTest extends RehearsalTest {

    private enum Damage {
        CUT(text -> text.substring(0, text.length() - 9), Loss.DAMAGED),
        EDITED(LostRecordTest::edited, Loss.DAMAGED),
        EMPTY(text -> "", Loss.DAMAGED),
        FOREIGN(text -> "not a record", Loss.DAMAGED),
        NEWER(LostRecordTest::newer, Loss.NEWER_VERSION);

        private final transient UnaryOperator<String> change;
        private final Loss loss;

        Damage(UnaryOperator<String> change, Loss loss) {
            this.change = change;
            this.loss = loss;
        }
    }

    /** One character of the salt is another: the record is random, so no fixed text is sure to be in it. */
    private static String edited(String text) {
        int salt = "1.".length();
        return text.substring(0, salt) + (text.charAt(salt) == 'A' ? 'B' : 'A') + text.substring(salt + 1);
    }

    /** What a later version may write: its version, anything at all, and a check that is right. */
    private static String newer(String text) {
        String body = "4.whatever a later version writes";
        return body + "."
                + new Fingerprints("messagemedia applied record").of(body).substring(0, 6);
    }

    private void lose(Damage damage) {
        rehearsal.applyTwice();
        String record = rehearsal.metadata().get("messagemedia_default");
        String damaged = damage.change.apply(record);
        assertThat(damaged).isNotEqualTo(record);
        rehearsal.metadata("messagemedia_default", damaged);
        assertThat(rehearsal.plan().record()).isEqualTo(new AppliedRecord.Lost(damage.loss));
    }

    @ParameterizedTest
    @EnumSource
    void whereNothingDiffersItIsRefusedUntilAdopted(Damage damage) {
        lose(damage);
        assertThat(rehearsal.plan().plan().record()).isEqualTo(RecordChange.REWRITE);
        refusedAsLost();
        rehearsal.requests();
        rehearsal.applyTwice(Choices.ADOPT);
        assertThat(rehearsal.wire().lastBody().members()).containsOnlyKeys("metadata");
        rehearsal.assertStable(Choices.NONE);
    }

    private void refusedAsLost() {
        Fault fault = rehearsal.refused();
        assertThat(fault)
                .hasMessage("No option is in conflict, but the applied record cannot be read: it is damaged, or a newer"
                        + " version of this plugin wrote it. Nothing was written.");
        assertThat(fault.remedy())
                .isEqualTo("Run the newest version of the plugin that your team uses, or rewrite the record with"
                        + " -Dmessagemedia.adopt=true.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void everyDifferenceIsAConflictThoughAdopted(Damage damage) {
        lose(damage);
        rehearsal.set("from", "\"+15550100000\"").unset("gateway_authentication.subject");
        assertThat(rehearsal.refused(Choices.ADOPT))
                .hasMessage(
                        "The plan has 2 conflicts: from, gateway_authentication.subject." + " Nothing was written.");
    }

    @ParameterizedTest
    @EnumSource
    void differenceIsOverwrittenOnRequestAndTheRecordWithIt(Damage damage) {
        lose(damage);
        rehearsal.set("from", "\"+15550100000\"");
        rehearsal.applyTwice(Choices.OVERWRITE);
        assertThat(rehearsal.live("from")).isEqualTo("\"+61491570156\"");
        rehearsal.assertStable(Choices.NONE);
    }

    @Test
    void differenceIsKeptOnRequestAndStaysAConflictForOthers() {
        lose(Damage.CUT);
        rehearsal.set("from", "\"+15550100000\"");
        rehearsal.applyTwice(Choices.KEEP.adopting());
        assertThat(rehearsal.live("from")).isEqualTo("\"+15550100000\"");
        rehearsal.assertStable(Choices.KEEP);
        assertThat(rehearsal.refused()).hasMessage("The plan has 1 conflict: from. Nothing was written.");
    }

    @Test
    void listedRemovalDoesNotRewriteItUnasked() {
        lose(Damage.NEWER);
        rehearsal.describe(MESSAGE_MEDIA, "remove: [messaging_service_sid]\n");
        refusedAsLost();
        rehearsal.applyTwice(Choices.ADOPT);
        assertThat(rehearsal.live("messaging_service_sid")).isEqualTo("absent");
    }

    @Test
    void removesNothingThatTheDescriptorDoesNotName() {
        rehearsal.describe(MESSAGE_MEDIA, "options: {name: ours}\n");
        lose(Damage.CUT);
        rehearsal.describe(MESSAGE_MEDIA);
        rehearsal.applyTwice(Choices.ADOPT);
        assertThat(rehearsal.live("name")).isEqualTo("\"ours\"");
    }
}

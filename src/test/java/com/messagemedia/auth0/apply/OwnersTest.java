package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Cause.Kind;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.SandboxSettings.MetadataMode;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnersTest extends RehearsalTest {

    private static final String WEB = "owner: web\n" + MESSAGE_MEDIA;
    private static final String TEXTS = "owner: texts\noptions: {template: \"Code: @@password@@\"}\n";

    @ParameterizedTest
    @EnumSource
    void twoOwnersShareAConnection(MetadataMode mode) {
        try (Rehearsal tenant = Rehearsal.in(folder, SandboxSettings.inMemory().withMetadataMode(mode))) {
            tenant.describe(WEB).applyTwice();
            String web = tenant.metadata().get("messagemedia_web");
            tenant.describe(TEXTS).applyTwice();
            assertThat(tenant.metadata())
                    .containsOnlyKeys("messagemedia_web", "messagemedia_texts")
                    .containsEntry("messagemedia_web", web);
            tenant.describe(WEB).assertStable(Choices.NONE);
        }
    }

    @Test
    void pathThatBothClaimIsAConflictThoughTheValuesAgree() {
        rehearsal.describe(WEB).applyTwice();
        rehearsal.describe(TEXTS.replace("template: \"Code: @@password@@\"", "from: \"+61491570156\""));
        assertThat(rehearsal.plan().plan().merge().decisions())
                .filteredOn(Decision.Conflict.class::isInstance)
                .containsExactly(new Decision.Conflict(
                        FieldPath.of("from"),
                        Optional.of(Value.of("+61491570156")),
                        Optional.of(Value.of("+61491570156")),
                        new Decision.Cause(Kind.CLAIMED, Optional.of("web"))));
        assertThat(rehearsal.refused()).hasMessage("The plan has 1 conflict: from. Nothing was written.");
    }

    @Test
    void claimedPathIsNotRemovedEither() {
        rehearsal.describe(WEB).applyTwice();
        rehearsal.describe("owner: texts\nremove: [from]\n");
        assertThat(rehearsal.refused()).hasMessage("The plan has 1 conflict: from. Nothing was written.");
        rehearsal.describe("owner: texts\nremove: [from]\nonConflict: keep\n");
        assertThat(rehearsal.apply().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    @Test
    void unreadableRecordOfAnotherOwnerIsANotice() {
        rehearsal.metadata("messagemedia_web", "not a record").describe(TEXTS);
        assertThat(rehearsal.plan().plan().notices()).containsExactly(new Notice.UnreadableRecord("web"));
        rehearsal.applyTwice();
        assertThat(rehearsal.metadata()).containsEntry("messagemedia_web", "not a record");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "team-a", "a-2", "2", "0123456789012345678901234567890123456789"})
    void everyNameThatTheSchemaAllowsKeepsItsRecord(String owner) {
        rehearsal.describe("owner: \"" + owner + "\"\n", MESSAGE_MEDIA).applyTwice();
        assertThat(rehearsal.metadata()).containsOnlyKeys("messagemedia_" + owner);
        rehearsal.describe("owner: another\noptions: {from: \"+61491570156\"}\n");
        assertThat(rehearsal.refused()).hasMessage("The plan has 1 conflict: from. Nothing was written.");
    }

    @Test
    void ownerIsNotTakenForTheContinuationOfAnother() {
        rehearsal.describe("owner: a\n", MESSAGE_MEDIA).applyTwice();
        rehearsal.describe("owner: a-2\noptions: {name: ours}\n").applyTwice();
        rehearsal.describe("owner: a\n", MESSAGE_MEDIA).assertStable(Choices.NONE);
    }
}

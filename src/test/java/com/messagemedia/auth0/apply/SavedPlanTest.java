package com.messagemedia.auth0.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.testing.Choices;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An approved plan is applied as it is, and its file holds no value. */
final class SavedPlanTest extends SavedPlanRehearsal {

    @Test
    void approvedPlanIsAppliedAndTheNextOneIsEmpty() throws IOException {
        save(Choices.NONE);
        assertThat(applySaved(Choices.NONE).outcome()).isEqualTo(Outcome.APPLIED);
        save(Choices.NONE);
        assertThat(applySaved(Choices.NONE).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    @Test
    void holdsNoValue() throws IOException {
        rehearsal.set("twilio_sid", "\"AC11111111111111111111111111111111\"").set("template", "\"Code @@password@@\"");
        String text = save(Choices.NONE);
        for (Options options :
                List.of(rehearsal.live(), rehearsal.descriptor(Choices.NONE).desired())) {
            assertThat(options.leaves().values())
                    .filteredOn(Value.Text.class::isInstance)
                    .isNotEmpty()
                    .allSatisfy(value -> assertThat(text).doesNotContain("\"" + ((Value.Text) value).text() + "\""));
        }
        assertThat(text)
                .doesNotContain(
                        SandboxCredentials.CLIENT_SECRET,
                        SandboxCredentials.API_KEY,
                        SandboxCredentials.API_SECRET,
                        SandboxCredentials.TWILIO_TOKEN,
                        "AC11111111111111111111111111111111",
                        "15550100000",
                        "61491570156",
                        "@@password@@",
                        "auth0-api.messagemedia.com");
    }

    @Test
    void samePlanIsSavedUnderAnotherKeyEachTime() throws IOException {
        assertThat(save(Choices.NONE)).isNotEqualTo(save(Choices.NONE));
    }

    @Test
    void otherSpellingOfALiveNumberIsNoMove() throws IOException {
        save(Choices.NONE);
        rehearsal.set("totp.length", "6.0");
        assertThat(applySaved(Choices.NONE).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(rehearsal.live("totp.length")).isEqualTo("6.0");
    }

    @Test
    void approvedConflictIsAConflictStill() throws IOException {
        rehearsal.applyTwice();
        rehearsal.set("from", "\"x\"");
        save(Choices.NONE);
        Fault fault = catchThrowableOfType(Fault.class, () -> applySaved(Choices.NONE));
        assertThat(fault).hasMessage("The plan has 1 conflict: from. Nothing was written.");
    }
}

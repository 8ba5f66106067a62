package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.SMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that once came from the environment stays confidential in Auth0, also for a descriptor that says it no more. */
final class ForgottenValuesTest extends RehearsalTest {

    private static final String VALUE = "words-of-the-environment";
    private static final String TEMPLATE = "@@password@@ " + VALUE;
    private static final String REFERRING = "options: {template: \"@@password@@ ${env.SMS_TEXT}\", name: plain words,"
            + " totp: {length: \"${env.DIGITS}\"}, more: [\"${env.SMS_TEXT}\", 1, {deep: \"${env.DEEP}\"}]}\n";

    private void applied(String owner) {
        rehearsal.variable("SMS_TEXT", VALUE).variable("DIGITS", "8").variable("DEEP", "deep-words-of-it");
        rehearsal.describe(owner, REFERRING).applyTwice(Choices.ADOPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "state: file\n"})
    void itsPathIsKnownAndItsTextIsTakenOutOfEveryLine(String state) {
        applied(state);
        rehearsal.describe(state, MESSAGE_MEDIA);
        PreparedChange planned = rehearsal.plan();
        assertThat(planned.confidentialLive())
                .extracting(FieldPath::toString)
                .containsExactlyInAnyOrder("template", "totp.length", "more");
        assertThat(planned.liveSecrets(rehearsal.descriptor(Choices.NONE)))
                .contains(TEMPLATE, "8", VALUE, "deep-words-of-it", SandboxCredentials.TWILIO_TOKEN)
                .doesNotContain("plain words");
        assertThat(planned.redactor(rehearsal.descriptor(Choices.NONE)).scrub("<" + VALUE + "> and plain words"))
                .isEqualTo("<(secret)> and plain words");
    }

    /** The colleague's text is kept, and the record keeps what it knows of its place. */
    @Test
    void itsPathStaysConfidentialWhereAColleaguesValueIsKept() {
        applied("");
        rehearsal.set("template", "\"@@password@@ theirs\"");
        rehearsal.describe(MESSAGE_MEDIA, "onConflict: keep\n").applyTwice();
        assertThat(rehearsal.plan().confidentialLive())
                .extracting(FieldPath::toString)
                .containsExactly("template");
    }

    @Test
    void itIsConfidentialNoMoreOnceTheDescriptorSaysItInPlainWords() {
        applied("");
        rehearsal
                .describe("options: {template: \"@@password@@ in plain words\"}\n")
                .applyTwice();
        assertThat(rehearsal.live("template")).isEqualTo("\"@@password@@ in plain words\"");
        assertThat(rehearsal.plan().confidentialLive()).isEmpty();
    }

    @Test
    void secretThatOnlyAuth0HoldsIsTakenOutToo() {
        rehearsal.set("twilio_token", "\"a-token-of-theirs-0001\"");
        assertThat(rehearsal.plan().redactor(rehearsal.descriptor(Choices.NONE)).scrub("<a-token-of-theirs-0001>"))
                .isEqualTo("<(secret)>");
    }

    @Test
    void itIsHiddenFromAnotherOwnerTooWhoseOwnLinesKeepTheirWords() {
        applied("owner: texts\n");
        rehearsal.describe(MESSAGE_MEDIA);
        PreparedChange planned = rehearsal.plan();
        assertThat(planned.confidentialLive()).extracting(FieldPath::toString).contains("template");
        assertThat(planned.liveSecrets(rehearsal.descriptor(Choices.NONE))).doesNotContain(TEMPLATE);
        assertThat(planned.redactor(rehearsal.descriptor(Choices.NONE)).scrub("<" + TEMPLATE + ">"))
                .isEqualTo("<(secret)>");
    }

    @Test
    void itIsTakenOutOfWhatAuth0Writes() {
        applied("");
        rehearsal.describe(MESSAGE_MEDIA);
        UnaryOperator<String> quoting =
                body -> "{\"statusCode\":404,\"error\":\"Not Found\",\"message\":\"no " + TEMPLATE + " here\"}";
        rehearsal
                .wire()
                .once(Moment.before(PATCH, () -> rehearsal.sandbox().tenant().remove(SMS))
                        .meddling(quoting));
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault.problem()).contains(" failed: 404 Not Found: no ").doesNotContain(VALUE);
    }
}

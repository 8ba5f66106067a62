package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.AppliedRecord;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.SandboxSettings.MetadataMode;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RecordOnConnectionTest {

    private static final String MANY = """
            options:
              upstream_params:
                screen_name: {alias: login_hint_for_a_very_long_name_of_a_parameter}
                one_more_parameter_with_a_long_name: {alias: first_of_two_long_words_of_our_own}
                another_parameter_with_a_long_name: {alias: second_of_two_long_words_of_our_own}
                a_third_parameter_with_a_long_name: {alias: third_of_two_long_words_of_our_own}
                a_fourth_parameter_with_a_long_name: {alias: fourth_of_two_long_words_of_ours}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void foreignEntriesStayAsTheyWere(MetadataMode mode) {
        try (Rehearsal rehearsal = rehearsal(mode).describe(MESSAGE_MEDIA)) {
            rehearsal.metadata("theirs", "a text").metadata("messagemedia_note", "no record of anybody");
            rehearsal.applyTwice();
            assertThat(rehearsal.metadata())
                    .containsOnlyKeys("theirs", "messagemedia_note", "messagemedia_default")
                    .containsEntry("theirs", "a text")
                    .containsEntry("messagemedia_note", "no record of anybody");
            assertThat(rehearsal.plan().record()).isInstanceOf(AppliedRecord.Present.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void longRecordTakesTwoEntriesAndShrinksToOne(MetadataMode mode) {
        try (Rehearsal rehearsal = rehearsal(mode).describe(MESSAGE_MEDIA, MANY)) {
            rehearsal.metadata("theirs", "a text").applyTwice();
            assertThat(rehearsal.metadata())
                    .containsOnlyKeys("theirs", "messagemedia_default", "messagemedia_default_2");
            rehearsal.describe(MESSAGE_MEDIA).applyTwice();
            assertThat(rehearsal.metadata()).containsEntry("theirs", "a text");
            assertThat(rehearsal.metadata().getOrDefault("messagemedia_default_2", "-"))
                    .isEqualTo("-");
            rehearsal.describe(MESSAGE_MEDIA, MANY).applyTwice();
            assertThat(rehearsal.metadata().get("messagemedia_default_2")).hasSizeGreaterThan(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fullMetadataIsRefusedAndTheRemedyWorks(MetadataMode mode) {
        try (Rehearsal rehearsal = rehearsal(mode).describe(MESSAGE_MEDIA)) {
            IntStream.range(0, 10).forEach(entry -> rehearsal.metadata("entry" + entry, "theirs"));
            Fault fault = rehearsal.refused();
            assertThat(fault)
                    .hasMessage(
                            "The connection's metadata has no room for the applied record: with it there would be 11"
                                    + " entries, and Auth0 allows 10.");
            assertThat(fault.remedy())
                    .isEqualTo("Free an entry of the connection's metadata, or keep the record in a file: write"
                            + " \"state: file\" in the descriptor.");
            assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
            rehearsal.describe(MESSAGE_MEDIA, "state: file\n").applyTwice();
            assertThat(rehearsal.metadata()).hasSize(10).doesNotContainKey("messagemedia_default");
        }
    }

    @ParameterizedTest
    @EnumSource
    void lastFreeEntryIsEnough(MetadataMode mode) {
        try (Rehearsal rehearsal = rehearsal(mode).describe(MESSAGE_MEDIA)) {
            IntStream.range(0, 9).forEach(entry -> rehearsal.metadata("entry" + entry, "theirs"));
            rehearsal.applyTwice();
            assertThat(rehearsal.metadata()).hasSize(10);
        }
    }

    @Test
    void fullDescriptorsRecordFitsOneEntry() {
        try (Rehearsal rehearsal = rehearsal(MetadataMode.MERGE).describe(MESSAGE_MEDIA, """
                options:
                  template: "Your verification code is: @@password@@"
                  syntax: md_with_macros
                  totp: {length: 6, time_step: 300}
                  brute_force_protection: true
                  disable_signup: false
                  forward_req_info: true
                  name: SMS
                  non_persistent_attrs: []
                  upstream_params: {screen_name: {alias: login_hint}}
                remove: [messaging_service_sid]
                """)) {
            rehearsal.applyTwice();
            assertThat(rehearsal.metadata()).containsOnlyKeys("messagemedia_default");
            assertThat(rehearsal.metadata().get("messagemedia_default")).hasSizeLessThanOrEqualTo(255);
        }
    }

    @Test
    void partLeftOverByARaceDoesNoHarm() {
        try (Rehearsal rehearsal = rehearsal(MetadataMode.MERGE).describe(MESSAGE_MEDIA)) {
            rehearsal.applyTwice();
            rehearsal.metadata("messagemedia_default_2", "the end of a longer record.AAAAAA");
            rehearsal.assertStable(Choices.NONE);
            rehearsal
                    .describe(MESSAGE_MEDIA, "options: {syntax: liquid, template: \"{{ code }}\"}\n")
                    .applyTwice();
            assertThat(rehearsal.metadata()).containsOnlyKeys("messagemedia_default");
        }
    }

    private Rehearsal rehearsal(MetadataMode mode) {
        return Rehearsal.in(folder, SandboxSettings.inMemory().withMetadataMode(mode));
    }
}

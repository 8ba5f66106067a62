package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static com.messagemedia.auth0.testing.Rehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.gateway.GatewayRefusal;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.SandboxSettings.MetadataMode;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
import com.messagemedia.auth0.testing.Rehearsal;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RemovalTest extends RehearsalTest {

    @Test
    void optionDroppedFromTheDescriptorLeavesAuth0() {
        rehearsal
                .describe(MESSAGE_MEDIA, "options: {name: ours, upstream_params: {a: {alias: b}}}\n")
                .applyTwice();
        rehearsal.describe(MESSAGE_MEDIA).applyTwice();
        assertThat(rehearsal.live("name")).isEqualTo("absent");
        assertThat(rehearsal.live("upstream_params")).isEqualTo("{\"screen_name\":{\"alias\":\"login_hint\"}}");
    }

    @Test
    void objectEmptiedByARemovalLeavesToo() {
        rehearsal.unset("upstream_params");
        rehearsal
                .describe(MESSAGE_MEDIA, "options: {upstream_params: {a: {alias: b}}}\n")
                .applyTwice();
        rehearsal.describe(MESSAGE_MEDIA).applyTwice();
        assertThat(rehearsal.live("upstream_params")).isEqualTo("absent");
    }

    @Test
    void listedOptionsLeaveWhateverTheyAre() {
        rehearsal
                .describe(MESSAGE_MEDIA, "remove: [messaging_service_sid, upstream_params, not_there]\n")
                .applyTwice();
        assertThat(rehearsal.live("messaging_service_sid")).isEqualTo("absent");
        assertThat(rehearsal.live("upstream_params")).isEqualTo("absent");
        rehearsal.set("messaging_service_sid", "null");
        rehearsal.applyTwice();
        assertThat(rehearsal.live("messaging_service_sid")).isEqualTo("absent");
    }

    @ParameterizedTest
    @EnumSource
    void optionThatAuth0PutsBackIsAWarningOnce(MetadataMode mode) {
        try (Rehearsal tenant = Rehearsal.in(folder, SandboxSettings.inMemory().withMetadataMode(mode))) {
            tenant.describe(MESSAGE_MEDIA, "remove: [brute_force_protection]\n");
            Applied applied = tenant.apply();
            assertThat(applied)
                    .isEqualTo(new Applied(Outcome.APPLIED, List.of(FieldPath.of("brute_force_protection")), false));
            assertThat(tenant.requests()).containsExactly(TOKEN, LIST, PATCH, PATCH);
            assertThat(tenant.wire().lastBody().members()).containsOnlyKeys("metadata");
            tenant.assertStable(Choices.NONE);
            tenant.set("brute_force_protection", "false");
            assertThat(tenant.applyTwice().resetByAuth0()).containsExactly(FieldPath.of("brute_force_protection"));
        }
    }

    @Test
    void failureToRecordWhatCameBackSaysThatTheOptionsWereApplied() {
        rehearsal.describe(MESSAGE_MEDIA, "remove: [brute_force_protection]\n");
        rehearsal.wire().once(Moment.of(PATCH, Fate.DELIVERED));
        rehearsal.wire().once(Moment.of(PATCH, Fate.REFUSED));
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault)
                .hasMessage("The options were applied, but Auth0 restored some removed options, and this could"
                        + " not be recorded. Changing"
                        + " connection con_SandboxSms000000 of "
                        + rehearsal.sandbox().address()
                        + " failed: 503 Service Unavailable.");
        assertThat(fault.remedy())
                .endsWith(" Then run apply again: it removes these options again and updates" + " the record.");
        assertThat(fault.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(rehearsal.live("provider")).isEqualTo("\"sms_gateway\"");
        rehearsal.applyTwice();
    }

    @Test
    void twilioKeysLeaveWithTheSwitchAndWheneverTheyComeBack() {
        rehearsal.applyTwice();
        assertThat(rehearsal.live("twilio_sid")).isEqualTo("absent");
        assertThat(rehearsal.live("twilio_token")).isEqualTo("absent");
        rehearsal.set("twilio_token", "\"00000000000000000000000000000000\"");
        rehearsal.applyTwice();
        assertThat(rehearsal.live("twilio_token")).isEqualTo("absent");
    }

    @Test
    void twilioKeysStayWithoutTheSection() {
        rehearsal.describe("options: {name: ours}\n").applyTwice();
        assertThat(rehearsal.live("twilio_token")).isEqualTo("\"00000000000000000000000000000000\"");
    }

    @Test
    void droppedSectionIsRefusedBecauseNothingCouldSend() {
        rehearsal.applyTwice();
        rehearsal.describe("options: {name: ours}\n");
        assertThat(rehearsal.plan().plan().refusals())
                .containsExactly(new GatewayRefusal.CannotSend(
                        false, List.of(FieldPath.of("twilio_sid"), FieldPath.of("twilio_token"))));
        assertThat(rehearsal.refused())
                .hasMessage("The plan has options that the plugin refuses to send." + " Nothing was written.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway_url", "gateway_authentication", "gateway_authentication.secret"})
    void removalOfWhatSendingNeedsIsRefused(String path) {
        rehearsal.applyTwice();
        rehearsal.describe("remove: [" + path + "]\n");
        assertThat(rehearsal.refused())
                .hasMessage("The plan has options that the plugin refuses to send." + " Nothing was written.");
    }

    @Test
    void objectOfOthersIsNotReplacedByAScalarUnlessListed() {
        rehearsal.set("mystery", "{\"theirs\":1}").describe(MESSAGE_MEDIA, "options: {mystery: 5}\n");
        assertThat(rehearsal.plan().plan().merge().decisions())
                .contains(new Decision.Refused(
                        FieldPath.of("mystery"), json("5"), List.of(FieldPath.of("mystery", "theirs"))));
        assertThat(rehearsal.refused()).hasMessage("The plan has 1 conflict: mystery. Nothing was written.");
    }

    @Test
    void scalarOfOursGrowsIntoAnObject() {
        rehearsal.describe(MESSAGE_MEDIA, "options: {mystery: 5}\n").applyTwice();
        rehearsal.describe(MESSAGE_MEDIA, "options: {mystery: {ours: 5}}\n").applyTwice();
        assertThat(rehearsal.live("mystery")).isEqualTo("{\"ours\":5}");
        rehearsal.describe(MESSAGE_MEDIA, "options: {mystery: [5]}\n").applyTwice();
        assertThat(rehearsal.live("mystery")).isEqualTo("[5]");
    }

    @Test
    void planThatWouldLeaveNoOptionIsRefused() {
        rehearsal.edit(options -> Options.EMPTY).set("name", "\"x\"").describe("remove: [name]\n");
        Fault fault = rehearsal.refused();
        assertThat(fault)
                .hasMessage("The plan would remove all options of the connection. The plugin refuses this, as a"
                        + " failed read looks the same. Nothing was written.");
        assertThat(fault.remedy()).isEqualTo("Leave at least one option out of \"remove\", or set one.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
    }
}

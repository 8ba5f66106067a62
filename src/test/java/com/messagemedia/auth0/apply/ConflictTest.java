package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.json;
import static com.messagemedia.auth0.testing.Rehearsal.member;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayRefusal;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Cause.Kind;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConflictTest {

    private static final String TEMPLATE = "options: {template: \"Code: @@password@@\"}\n";
    private static final String OTHER_TEMPLATE = "options: {template: \"Our code: @@password@@\"}\n";
    private static final String LIVE_TEMPLATE = "\"Theirs: @@password@@\"";
    private static final String THEIR_GATEWAY = """
            {"method": "bearer", "secret": "their-secret", "subject": "their-subject", "audience": "their-audience"}
            """;

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void start() {
        rehearsal = Rehearsal.in(folder).describe(MESSAGE_MEDIA, TEMPLATE);
        rehearsal.applyTwice();
    }

    @AfterEach
    void stop() {
        rehearsal.close();
    }

    private List<Decision.Conflict> conflicts() {
        return rehearsal.plan().plan().merge().decisions().stream()
                .filter(Decision.Conflict.class::isInstance)
                .map(Decision.Conflict.class::cast)
                .toList();
    }

    private void refusedWith(String count, Kind... kinds) {
        assertThat(conflicts()).extracting(conflict -> conflict.cause().kind()).containsExactly(kinds);
        Fault fault = rehearsal.refused();
        assertThat(fault).hasMessage("The plan has " + count + ". Nothing was written.");
        assertThat(fault.remedy())
                .isEqualTo("The plan, which -q hides, explains each conflict and the ways to settle it.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void editInAuth0IsDrift() {
        rehearsal.set("template", LIVE_TEMPLATE);
        refusedWith("1 conflict: template", Kind.DRIFT);
    }

    @Test
    void deletionInAuth0IsDrift() {
        rehearsal.unset("template").unset("from");
        refusedWith("2 conflicts: from, template", Kind.DRIFT, Kind.DRIFT);
    }

    @Test
    void editOnBothSidesIsAConflict() {
        rehearsal.set("template", LIVE_TEMPLATE).describe(MESSAGE_MEDIA, OTHER_TEMPLATE);
        refusedWith("1 conflict: template", Kind.BOTH_CHANGED);
    }

    @Test
    void editOfWhatTheDescriptorDropsIsAConflict() {
        rehearsal.set("template", LIVE_TEMPLATE).describe(MESSAGE_MEDIA);
        refusedWith("1 conflict: template", Kind.CHANGED_BEFORE_REMOVAL);
    }

    @Test
    void rotatedApiSecretIsAChangeAndNoConflict() {
        String section = MESSAGE_MEDIA.replace("SandboxApiSecret00000000000000", "${env.SECRET}");
        rehearsal
                .variable("SECRET", "aRotatedSecret00000000")
                .describe(section, TEMPLATE)
                .applyTwice();
        assertThat(rehearsal.live("gateway_authentication.audience")).isEqualTo("\"aRotatedSecret00000000\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "onConflict: overwrite\n",
                "onConflict: {template: overwrite}\n",
                "onConflict: {default: keep, template: overwrite}\n"
            })
    void descriptorMayLetItselfWin(String policy) {
        rehearsal.set("template", LIVE_TEMPLATE).describe(MESSAGE_MEDIA, TEMPLATE, policy);
        rehearsal.applyTwice();
        assertThat(rehearsal.live("template")).isEqualTo("\"Code: @@password@@\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "onConflict: keep\n",
                "onConflict: {template: keep}\n",
                "onConflict: {default: overwrite, template: keep}\n"
            })
    void descriptorMayLetLiveWinAndTheNextPlanIsStable(String policy) {
        rehearsal.set("template", LIVE_TEMPLATE).describe(MESSAGE_MEDIA, TEMPLATE, policy);
        rehearsal.assertStable(Choices.NONE);
        rehearsal.describe(MESSAGE_MEDIA, TEMPLATE, policy, "remove: [messaging_service_sid]\n");
        rehearsal.applyTwice();
        assertThat(rehearsal.live("template")).isEqualTo(LIVE_TEMPLATE);
        rehearsal.describe(MESSAGE_MEDIA, TEMPLATE, "remove: [messaging_service_sid]\n");
        refusedWith("1 conflict: template", Kind.DRIFT);
    }

    @Test
    void callersPolicyTakesThePlaceOfTheDescriptors() {
        rehearsal.set("template", LIVE_TEMPLATE).describe(MESSAGE_MEDIA, TEMPLATE, "onConflict: {template: keep}\n");
        assertThat(rehearsal.refused(Choices.NONE.deciding(ConflictPolicy.FAIL)))
                .hasMessage("The plan has 1 conflict: template. Nothing was written.");
        rehearsal.applyTwice(Choices.OVERWRITE);
        assertThat(rehearsal.live("template")).isEqualTo("\"Code: @@password@@\"");
    }

    @Test
    void policyOfOnePathLeavesTheOthersInConflict() {
        rehearsal.set("template", LIVE_TEMPLATE).set("from", "\"+15550100000\"");
        rehearsal.describe(MESSAGE_MEDIA, TEMPLATE, "onConflict: {template: keep}\n");
        refusedWith("1 conflict: from", Kind.DRIFT);
    }

    @Test
    void keptDeletionStaysDeleted() {
        rehearsal.unset("template");
        rehearsal.assertStable(Choices.KEEP);
        assertThat(rehearsal.live("template")).isEqualTo("absent");
    }

    @Test
    void droppedOptionThatWasEditedStaysByKeepAndGoesByOverwrite() {
        rehearsal.set("template", LIVE_TEMPLATE).describe(MESSAGE_MEDIA);
        rehearsal.assertStable(Choices.KEEP);
        assertThat(rehearsal.live("template")).isEqualTo(LIVE_TEMPLATE);
        rehearsal.applyTwice(Choices.OVERWRITE);
        assertThat(rehearsal.live("template")).isEqualTo("absent");
    }

    @Test
    void colleaguesGatewayIsKeptWholeAndGetsNoCredentialOfOurs() {
        rehearsal.set("gateway_url", "\"https://sms.other.example/send\"").set("gateway_authentication", THEIR_GATEWAY);
        rehearsal.describe(MESSAGE_MEDIA, OTHER_TEMPLATE);
        rehearsal.applyTwice(Choices.KEEP);
        assertThat(member(rehearsal.wire().lastBody(), "options"))
                .isEqualTo(rehearsal.live().root());
        assertThat(rehearsal.live("gateway_url")).isEqualTo("\"https://sms.other.example/send\"");
        assertThat(rehearsal.live("gateway_authentication")).isEqualTo(Json.write(json(THEIR_GATEWAY)));
        assertThat(rehearsal.live("template")).isEqualTo("\"Our code: @@password@@\"");
        List<String> bodies = rehearsal.wire().bodies();
        assertThat(bodies.get(bodies.size() - 1))
                .doesNotContain(SandboxCredentials.API_KEY, SandboxCredentials.API_SECRET);
    }

    @Test
    void oneKeptPathKeepsTheWholeUnit() {
        rehearsal.set("gateway_authentication", THEIR_GATEWAY);
        String newUrl = "  gatewayUrl: https://auth0.workflows-prd.syd.mmd.zone/messages\n";
        rehearsal.describe(
                MESSAGE_MEDIA + newUrl,
                OTHER_TEMPLATE,
                "onConflict: {default: overwrite, provider: keep, gateway_url: keep, gateway_authentication: keep}\n");
        rehearsal.applyTwice();
        assertThat(rehearsal.live("gateway_authentication")).isEqualTo(Json.write(json(THEIR_GATEWAY)));
        assertThat(rehearsal.live("gateway_url")).isEqualTo("\"https://auth0-api.messagemedia.com/messages\"");
    }

    @Test
    void ourCredentialsAreNotSentOnToAStrangeHost() {
        rehearsal.set("gateway_url", "\"https://sms.other.example/send\"").describe(MESSAGE_MEDIA, OTHER_TEMPLATE);
        assertThat(rehearsal.plan(Choices.KEEP).plan().refusals())
                .containsExactly(new GatewayRefusal.UnknownGateway("sms.other.example"));
        assertThat(rehearsal.refused(Choices.KEEP))
                .hasMessage("The plan has options that the plugin refuses to send. Nothing was written.");
        rehearsal.applyTwice(Choices.OVERWRITE);
        assertThat(rehearsal.live("gateway_url")).isEqualTo("\"https://auth0-api.messagemedia.com/messages\"");
    }

    @ParameterizedTest
    @CsvSource({"http://auth0-api.messagemedia.com/messages", "ftp://auth0-api.messagemedia.com/", "nonsense"})
    void ourCredentialsAreNotSentOnInClear(String url) {
        rehearsal.set("gateway_url", '"' + url + '"');
        assertThat(rehearsal.plan(Choices.KEEP).plan().refusals())
                .containsExactly(new GatewayRefusal.InsecureGateway());
        rehearsal.refused(Choices.KEEP);
    }
}

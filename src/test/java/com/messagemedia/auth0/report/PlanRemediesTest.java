package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayNotice;
import com.messagemedia.auth0.delivery.gateway.GatewayRefusal;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.merge.Decision.Cause;
import com.messagemedia.auth0.merge.Decision.Cause.Kind;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.Refused;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.plan.Plan.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanRemediesTest {

    @Test
    void eachConflictTellsItsCauseAndTheWaysOut() {
        Plans plan = Plans.of(
                        conflict("from", Kind.DRIFT),
                        conflict("syntax", Kind.BOTH_CHANGED),
                        new Conflict(
                                path("template"),
                                Optional.empty(),
                                Optional.of(Value.of("live")),
                                new Cause(Kind.CHANGED_BEFORE_REMOVAL, Optional.empty())),
                        new Conflict(
                                path("totp.length"),
                                Optional.of(Value.of(6)),
                                Optional.empty(),
                                new Cause(Kind.CLAIMED, Optional.of("mark\u001beting"))))
                .origins(Map.of(path("from"), new Origin("messagemedia-auth0.yaml", 9, 3)));
        assertThat(plan.text()).isEqualTo("""
                        acme.eu.auth0.com, connection sms (con_BBBBBBBBBBBBBBBB), environment prod
                          ! from         live a, descriptor b
                              drift: changed in Auth0 since the last apply; the descriptor still has the applied value (messagemedia-auth0.yaml:9)
                          ! syntax       live a, descriptor b
                              changed in Auth0 and in the descriptor since the last apply
                          ! template     live live, descriptor (absent)
                              changed in Auth0 since the last apply, and no longer in the descriptor
                          ! totp.length  live (absent), descriptor 6
                              owned by the descriptor with "owner: mark\\u001Beting"
                          = 0 kept
                          For each conflict, choose one of these:
                            - to adopt Auth0's value, write it into the descriptor;
                            - to end a conflict with another descriptor, remove the option from one of the two;
                            - to let the descriptor win, add "onConflict: {from: overwrite, syntax: overwrite, template: overwrite, totp.length: overwrite}" to it, or -Dmessagemedia.onConflict=overwrite for all;
                            - to leave Auth0's value, add "onConflict: {from: keep, syntax: keep, template: keep, totp.length: keep}", or -Dmessagemedia.onConflict=keep for all.
                        Plan: 0 to add, 0 to change, 0 to remove, 4 conflicts. Nothing can be written.
                        """);
    }

    @Test
    void gatewayIsNamedOnceHoweverManyOfItsOptionsAreInConflict() {
        assertThat(Plans.of(
                                conflict("gateway_authentication.audience", Kind.DRIFT),
                                conflict("gateway_authentication.subject", Kind.DRIFT),
                                conflict("template", Kind.DRIFT))
                        .text()
                        .lines())
                .contains(
                        "    - to leave Auth0's value, add \"onConflict: {provider: keep, gateway_url: keep,"
                                + " gateway_authentication: keep, template: keep}\", or -Dmessagemedia.onConflict=keep for all.");
    }

    @Test
    void withoutAReadableRecordNobodyIsSaidToHaveChangedAnything() {
        Plans plan = Plans.of(conflict("from", Kind.BOTH_CHANGED), conflict("syntax", Kind.DRIFT))
                .record(RecordChange.REWRITE);
        assertThat(plan.text().lines())
                .filteredOn(line -> line.startsWith("      "))
                .hasSize(2)
                .containsOnly("      Auth0 and the descriptor differ, and the record of the last apply cannot be read");
    }

    @Test
    void conflictWithAnotherDescriptorIsNotSettledByEqualValues() {
        Plans plan = Plans.of(new Conflict(
                path("from"),
                Optional.of(Value.of("a")),
                Optional.of(Value.of("a")),
                new Cause(Kind.CLAIMED, Optional.of("marketing"))));
        assertThat(plan.text().lines())
                .contains("    - to end a conflict with another descriptor, remove the option from one of the two;")
                .doesNotContain("    - to adopt Auth0's value, write it into the descriptor;");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("policies")
    void waysOutAreWrittenAsTheDescriptorTakesThem(FieldPath path, String overwrite) {
        Conflict conflict = new Conflict(
                path, Optional.of(Value.of("a")), Optional.of(Value.of("b")), new Cause(Kind.DRIFT, Optional.empty()));
        assertThat(Plans.of(conflict).text().lines())
                .contains("    - to let the descriptor win, add \"onConflict: " + overwrite
                        + "\" to it, or -Dmessagemedia.onConflict=overwrite for all;")
                .contains("    - to leave Auth0's value, add \"onConflict: " + overwrite.replace("overwrite", "keep")
                        + "\", or -Dmessagemedia.onConflict=keep for all.");
    }

    static Stream<Arguments> policies() {
        return Stream.of(
                Arguments.of(path("totp.length"), "{totp.length: overwrite}"),
                Arguments.of(FieldPath.of("upstream_params", "a.b"), "{'upstream_params[\"a.b\"]': overwrite}"),
                Arguments.of(FieldPath.of("it's"), "{'[\"it''s\"]': overwrite}"),
                Arguments.of(
                        OptionPaths.SUBJECT,
                        "{provider: overwrite, gateway_url: overwrite, gateway_authentication: overwrite}"),
                Arguments.of(
                        OptionPaths.PROVIDER,
                        "{provider: overwrite, gateway_url: overwrite, gateway_authentication: overwrite}"));
    }

    @Test
    void shapeChangeOverForeignOptionsIsRefused() {
        Plans plan = Plans.of(new Refused(path("totp"), Value.of(6), List.of(path("totp.length"), path("totp.x"))))
                .origins(Map.of(path("totp"), new Origin("messagemedia-auth0.yaml", 9, 3)));
        assertThat(plan.text()).isEqualTo("""
                        acme.eu.auth0.com, connection sms (con_BBBBBBBBBBBBBBBB), environment prod
                          ! totp  6
                              would replace an object that contains unmanaged options: totp.length, totp.x (messagemedia-auth0.yaml:9)
                          = 0 kept
                          To replace an object that contains unmanaged options, list these options under "remove".
                        Plan: 0 to add, 0 to change, 0 to remove, 1 conflict. Nothing can be written.
                        """);
    }

    @Test
    void eachRefusalTellsItsRemedy() {
        Plans plan = Plans.of()
                .refusals(
                        new GatewayRefusal.CannotSend(true, List.of(OptionPaths.GATEWAY_URL, OptionPaths.AUDIENCE)),
                        new GatewayRefusal.CannotSend(false, OptionPaths.twilioKeys()),
                        new GatewayRefusal.UnknownGateway("evil.example\u202e"),
                        new GatewayRefusal.InsecureGateway(),
                        new Refusal.LossNotExcluded(List.of(path("name"), path("totp.length"))));
        assertThat(plan.text()).isEqualTo("""
                        acme.eu.auth0.com, connection sms (con_BBBBBBBBBBBBBBBB), environment prod
                          = 0 kept
                          Refused: after this plan, the connection could not send a message: provider sms_gateway lacks gateway_url, gateway_authentication.audience. Add the missing options to the descriptor, or do not change the provider.
                          Refused: after this plan, the connection could not send a message: provider twilio lacks twilio_sid, twilio_token. Add the missing options to the descriptor, or do not change the provider.
                          Refused: every message would carry the API key and secret to evil.example\\u202E, which is not a MessageMedia host. If you trust that host, write "allowGateway: evil.example\\u202E" under messageMedia.
                          Refused: every message would carry the API key and secret to a gateway_url that is not an https address. Set messageMedia.gatewayUrl to an https address.
                          Refused: the plugin cannot prove that these live options survive: name, totp.length. This is a fault of the plugin; please report it.
                        Plan: 0 to add, 0 to change, 0 to remove, 0 conflicts. Nothing can be written.
                        """);
    }

    @Test
    void eachNoticeIsAWarningAndStopsNothing() {
        Plans plan = Plans.of()
                .notices(
                        new GatewayNotice.PhoneProviderInUse(false),
                        new GatewayNotice.UnifiedPhoneExperience(),
                        new GatewayNotice.CannotSendAlready(false, OptionPaths.twilioKeys()),
                        new Notice.UnreadableRecord("mark\u001beting"));
        assertThat(plan.text()).isEqualTo("""
                        acme.eu.auth0.com, connection sms (con_BBBBBBBBBBBBBBBB), environment prod
                          = 0 kept
                          Warning: options.use_phone_provider is set, so Auth0 sends through the tenant's phone provider and will not call the gateway. Write "delivery: phoneProvider" to manage what sends, or switch "Use Tenant-Level Messaging Provider" off for this connection.
                          Warning: the tenant is on the Unified Phone Experience, whose phone provider does not use the SMS gateway: Auth0 may not call the gateway. Send a code with the Try button of the connection, and see who delivers it. If it is the phone provider, write "delivery: phoneProvider".
                          Warning: the connection cannot send now, and this plan does not change that: provider twilio lacks twilio_sid, twilio_token.
                          Warning: the applied record of owner "mark\\u001Beting" on this connection cannot be read, so the plugin does not know which options that owner holds.
                        Plan: nothing to do. Options and applied record match the descriptor.
                        """);
    }

    private static Conflict conflict(String path, Kind kind) {
        return new Conflict(
                path(path), Optional.of(Value.of("b")), Optional.of(Value.of("a")), new Cause(kind, Optional.empty()));
    }

    private static FieldPath path(String text) {
        return FieldPath.parse(text);
    }
}

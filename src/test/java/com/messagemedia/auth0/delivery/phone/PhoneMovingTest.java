package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Colleague;
import com.messagemedia.auth0.testing.Rehearsal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The options with which an older tenant's connection sends by itself, while the phone provider is set up beside them. */
final class PhoneMovingTest extends PhoneRehearsal {

    private static final String CLEANUP = "remove: [twilio_sid, twilio_token, messaging_service_sid]\n";
    private static final String STAYS =
            "the connection's gateway options stay as they are, so that messages go on until the"
                    + " connection uses the phone provider. After that, list them under \"remove\" to delete them.";
    private static final String STOPS =
            "the plan removes options with which the connection sends its messages through the"
                    + " gateway or Twilio, and options.use_phone_provider does not say that the connection uses the phone provider. If"
                    + " it does not use it, its users get no code after this plan. Switch \"Use Tenant-Level Messaging Provider\" on"
                    + " for the connection in the Auth0 dashboard first.";

    private List<String> notices() {
        return rehearsal.plan().plan().notices().stream()
                .map(notice -> ((Notice.OfDelivery) notice).sentence())
                .toList();
    }

    private void switchProvider(Value value) {
        new Colleague(rehearsal.sandbox()).sets("use_phone_provider", value);
    }

    @Test
    void whatSendsStaysUntilTheConnectionUsesTheProvider() {
        on(StartingTenant.OLDER, PHONE);
        assertThat(notices()).containsExactly(STAYS);
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(rehearsal.live("twilio_sid")).startsWith("\"AC");
        switchProvider(Value.of(true));
        assertThat(notices()).isEmpty();
        assertStable();
    }

    @Test
    void whatTheGatewayDoesNotReadIsNotReportedAsGone() {
        String template = "phoneProvider: {templates: {otp_verify: {text: \"{{ code }} is your code\"}}}\n";
        on(StartingTenant.OLDER, PHONE, template);
        rehearsal.apply();
        rehearsal.delivering(new GatewayDelivery()).describe(Rehearsal.MESSAGE_MEDIA);
        assertThat(rehearsal.plan().plan().notices())
                .extracting(notice -> ((Notice.OfDelivery) notice).sentence())
                .containsExactly(
                        "action, binding, phoneProvider, phoneTemplate.otp_verify stay in Auth0 as they are; this"
                                + " descriptor no longer manages them.");
        assertThat(rehearsal.apply().outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(rehearsal.plan().plan().notices()).isEmpty();
        assertStable();
    }

    @Test
    void newerTenantHasNothingThatStays() {
        on(StartingTenant.MODERN, PHONE);
        assertThat(notices()).isEmpty();
    }

    @Test
    void removingWhatMaySendNeedsAYes() {
        on(StartingTenant.OLDER, PHONE, CLEANUP);
        assertThat(notices()).containsExactly(STOPS);
        rehearsal.refused();
        assertThat(rehearsal.live("twilio_sid")).startsWith("\"AC");
        assertThat(rehearsal.apply(
                        Choices.NONE.takingOver(rehearsal.sandbox().address().domain())))
                .isEqualTo(DONE);
        assertThat(notices()).isEmpty();
        assertStable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "unified"})
    void whatIsNoLongerUsedLeavesWithoutAQuestion(String value) {
        on(StartingTenant.OLDER, PHONE, CLEANUP);
        switchProvider(Value.of(value));
        assertThat(notices()).isEmpty();
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertStable();
    }

    @Test
    void connectionThatIsSwitchedOffSaysSo() {
        on(StartingTenant.OLDER, PHONE, CLEANUP);
        switchProvider(Value.of(false));
        assertThat(notices()).hasSize(2).endsWith(STOPS);
        rehearsal.refused();
    }
}

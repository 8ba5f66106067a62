package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.auth0.ActionChange;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Choices;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What sends a tenant's phone messages already is taken over only where somebody says so. */
final class PhoneTakeOverTest extends PhoneRehearsal {

    private List<String> takeOvers() {
        return rehearsal.plan().plan().notices().stream()
                .filter(notice -> notice instanceof Notice.OfDelivery known && known.takesOver())
                .map(notice -> ((Notice.OfDelivery) notice).sentence())
                .toList();
    }

    private void requireRefusal() {
        Fault fault = rehearsal.refused();
        String domain = rehearsal.sandbox().address().domain();
        assertThat(fault)
                .hasMessage("The plan takes over what sends the phone messages of tenant " + domain
                        + ". Nothing was written.");
        assertThat(fault.remedy())
                .isEqualTo("Read the warnings of the plan; if that is what you want, add -Dmessagemedia.takeOver="
                        + domain + ".");
    }

    @Test
    void twilioProviderNeedsAYesAndLosesItsAccount() {
        on(StartingTenant.TWILIO_PROVIDER, PHONE);
        assertThat(takeOvers())
                .containsExactly(
                        "The plan takes the phone provider over from Twilio. Auth0 never shows Twilio's auth token, so only"
                                + " somebody who has it can go back." + WIDE,
                        "The plan takes \"voice\" from the phone provider's delivery methods, so nobody gets a code by call"
                                + " any more." + WIDE);
        requireRefusal();
        assertThat(rehearsal.apply(takingOver())).isEqualTo(DONE);
        assertThat(colleague().provider().name()).isEqualTo("custom");
        assertThat(colleague().provider().configuration().members()).containsOnlyKeys("delivery_methods");
        assertStable();
    }

    @Test
    void actionOfSomebodyElseNeedsAYesAndItsSecretsAreNotLostSilently() {
        on(StartingTenant.FOREIGN_ACTION, PHONE);
        assertThat(takeOvers())
                .containsExactly(
                        "The plan takes over the Action for phone messages: its code, which somebody else wrote, is"
                                + " replaced." + WIDE);
        Fault fault = rehearsal.refused(takingOver());
        assertThat(fault)
                .hasMessage("The plan changes a secret of the Action, but the plugin does not know the value of"
                        + " action.secrets.ACME_TOKEN. Auth0 replaces all secrets of an Action at once, so it would be"
                        + " lost. Nothing was written.");
        rehearsal.describe(PHONE, "remove: [action.secrets.ACME_TOKEN]\n");
        requireRefusal();
        assertThat(rehearsal.apply(takingOver())).isEqualTo(DONE);
        assertThat(colleague().action().name()).isEqualTo("Acme SMS");
        assertThat(colleague().action().secrets()).containsOnlyKeys("MESSAGEMEDIA_API_KEY", "MESSAGEMEDIA_API_SECRET");
        assertStable();
    }

    @Test
    void emptyHandlerOfTheDashboardIsNobodys() {
        on(StartingTenant.STUB_ACTION, PHONE);
        assertThat(takeOvers()).isEmpty();
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(colleague().action().name()).isEqualTo("Custom Phone Provider");
        assertStable();
    }

    @Test
    void undeployedCodeOfSomebodyElseIsAConflict() {
        on(StartingTenant.STUB_ACTION, PHONE);
        colleague().edit(ActionChange.NONE.withCode("exports.onExecuteCustomPhoneProvider = async () => { send(); };"));
        assertThat(rehearsal.plan().plan().conflicts()).hasToString("[action.draft]");
        assertThat(rehearsal.apply(Choices.OVERWRITE)).isEqualTo(DONE);
        assertStable();
    }

    @Test
    void anotherOwnersActionNeedsAYes() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal.describe("owner: billing\n", PHONE);
        assertThat(takeOvers()).isEmpty();
        Fault fault = rehearsal.refused(takingOver());
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(fault).hasMessageStartingWith("The plan has ");
    }

    static final String WIDE = " The tenant has one way to send phone messages, so this also changes the messages of"
            + " multi-factor authentication and of phone identifiers.";
}

package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Colleague;
import com.messagemedia.auth0.testing.Rehearsal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An older tenant whose gateway options our own record holds moves to the phone provider, and back. */
final class PhoneReturnTest extends PhoneRehearsal {

    private static final List<String> GATEWAY = List.of("provider", "gateway_url", "gateway_authentication", "from");

    private void gateway(StartingTenant start) {
        on(start, PHONE);
        rehearsal.delivering(new GatewayDelivery()).describe(Rehearsal.MESSAGE_MEDIA);
        rehearsal.apply(Choices.ADOPT);
        assertThat(colleague().getsACode()).isTrue();
    }

    private Rehearsal phone(String... more) {
        return rehearsal
                .delivering(new PhoneDelivery(new BuildWait(Duration.ZERO, 20)))
                .describe(PHONE, String.join("", more));
    }

    private void uses(Value provider) {
        new Colleague(rehearsal.sandbox()).sets("use_phone_provider", provider);
    }

    @ParameterizedTest
    @EnumSource(names = {"OLDER", "SWITCHED"})
    void gatewayStaysIsForgottenAndComesBack(StartingTenant start) {
        gateway(start);
        phone();
        assertThat(rehearsal.plan().plan().notices()).hasAtLeastOneElementOfType(PhoneNotice.GatewayStays.class);
        assertThat(rehearsal.apply().outcome()).isEqualTo(DONE.outcome());
        GATEWAY.forEach(path -> assertThat(rehearsal.live(path)).as(path).isNotEqualTo("absent"));
        assertThat(colleague().getsACode()).isTrue();
        assertStable();
        rehearsal.set("from", "\"+61491570158\"");
        assertThat(rehearsal.plan().plan().conflicts()).isEmpty();
        assertStable();
        rehearsal.delivering(new GatewayDelivery()).describe(Rehearsal.MESSAGE_MEDIA);
        assertThat(rehearsal.plan().plan().conflicts()).isEmpty();
        rehearsal.apply(Choices.ADOPT);
        assertThat(rehearsal.live("from")).isEqualTo("\"+61491570156\"");
        assertThat(colleague().getsACode()).isTrue();
        rehearsal.requests();
        assertThat(rehearsal.apply(Choices.NONE)).isEqualTo(NOTHING);
        assertThat(colleague().counts()).containsExactly(1, 1, 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"OLDER", "SWITCHED"})
    void afterTheSwitchRemoveDeletesThem(StartingTenant start) {
        gateway(start);
        phone();
        rehearsal.apply();
        uses(Value.of(true));
        assertStable();
        phone("remove: [provider, gateway_url, gateway_authentication, from]\n");
        assertThat(rehearsal.apply().outcome()).isEqualTo(DONE.outcome());
        GATEWAY.forEach(path -> assertThat(rehearsal.live(path)).as(path).isEqualTo("absent"));
        assertThat(colleague().getsACode()).isTrue();
        assertStable();
    }
}

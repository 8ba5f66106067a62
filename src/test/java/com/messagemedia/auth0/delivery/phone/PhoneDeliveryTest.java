package com.messagemedia.auth0.delivery.phone;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.READ;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.auth0.Action;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.StartingTenant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A descriptor with {@code delivery: phoneProvider} at a newer tenant. */
final class PhoneDeliveryTest extends PhoneRehearsal {

    @Test
    void newTenantIsSetUpInOrderWithFourteenRequestsAndThePolls() {
        on(StartingTenant.MODERN, PHONE);
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        List<String> requests = requests();
        assertThat(requests)
                .containsExactly(
                        TOKEN,
                        ACTIONS,
                        BINDINGS,
                        PROVIDERS,
                        LIST,
                        SETTINGS,
                        ACTIONS,
                        "POST /api/v2/actions/actions",
                        READ_ACTION,
                        READ_ACTION,
                        DEPLOY,
                        READ_ACTION,
                        BIND,
                        PROVIDERS,
                        "POST /api/v2/branding/phone/providers",
                        READ,
                        PATCH);
        assertThat(requests.stream().filter(request -> !request.equals(READ_ACTION)))
                .hasSize(14);
        Action action = colleague().action();
        assertThat(action.name()).isEqualTo("MessageMedia SMS");
        assertThat(action.deployed().orElseThrow().code())
                .startsWith("// messagemedia-maven-plugin {\"owner\":\"default\",\"connection\":\"sms\",\"revision\":")
                .doesNotContain("SandboxApiKey0000000", "SandboxApiSecret00000000000000");
        assertThat(action.secrets()).containsOnlyKeys("MESSAGEMEDIA_API_KEY", "MESSAGEMEDIA_API_SECRET");
        assertThat(colleague().isBound()).isTrue();
        assertThat(colleague().provider().name()).isEqualTo("custom");
        assertStable();
    }

    @Test
    void nothingToDoNeedsSixRequests() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal.requests();
        assertThat(rehearsal.apply()).isEqualTo(NOTHING);
        assertThat(requests()).containsExactly(TOKEN, ACTIONS, BINDINGS, PROVIDERS, LIST, SETTINGS);
    }

    @Test
    void changeOfTheCodeAloneNeedsElevenRequestsAndSendsNoSecret() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal.describe(PHONE, "  senders: {\"+44\": Acme}\n").requests();
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        List<String> requests = requests();
        assertThat(requests)
                .containsExactly(
                        TOKEN,
                        ACTIONS,
                        BINDINGS,
                        PROVIDERS,
                        LIST,
                        SETTINGS,
                        ACTIONS,
                        PATCH_ACTION,
                        READ_ACTION,
                        READ_ACTION,
                        DEPLOY,
                        READ_ACTION,
                        READ,
                        PATCH);
        assertThat(requests.stream().filter(request -> !request.equals(READ_ACTION)))
                .hasSize(11);
        assertThat(rehearsal.wire().bodies())
                .filteredOn(body -> body.contains("\"code\""))
                .last()
                .asString()
                .doesNotContain("secrets\":[");
        assertThat(colleague().action().deployed().orElseThrow().code()).contains("Acme");
        assertStable();
    }

    @Test
    void otherApiKeyTravelsWithBothSecrets() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal
                .variable("KEY", "OtherApiKey000000000")
                .describe(PHONE.replace("SandboxApiKey0000000", "${env.KEY}"))
                .requests();
        assertThat(rehearsal.plan().plan().counts().changed()).isEqualTo(1);
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(rehearsal.wire().bodies())
                .filteredOn(body -> body.contains("\"code\""))
                .last()
                .asString()
                .contains("OtherApiKey000000000", "SandboxApiSecret00000000000000");
        assertStable();
    }

    @Test
    void templateThatTheDescriptorNamesIsOursAndItsVoiceStays() {
        on(StartingTenant.MODERN, PHONE, """
                phoneProvider:
                  templates:
                    otp_verify: {text: "{{ code }} is your code"}
                """);
        Optional<Value> voice = content().get(FieldPath.of("body", "voice"));
        rehearsal.apply();
        assertThat(colleague().template("otp_verify").id()).isPresent();
        assertThat(content().get(FieldPath.of("body", "text"))).contains(Value.of("{{ code }} is your code"));
        assertThat(content().get(FieldPath.of("body", "voice"))).isPresent().isEqualTo(voice);
        assertStable();
        Options ours = content();
        rehearsal.describe(PHONE);
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(content()).isEqualTo(ours);
        assertStable();
    }

    private Options content() {
        return new Options(colleague().template("otp_verify").content());
    }

    @Test
    void anotherDescriptorManagesTheProvider() {
        on(StartingTenant.MODERN, PHONE, "phoneProvider: {manage: false}\noptions: {totp: {length: 4}}\n");
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(requests()).containsExactly(TOKEN, LIST, SETTINGS, PATCH);
        assertThat(rehearsal.live("totp.length")).isEqualTo("4");
        assertStable();
    }

    @Test
    void codeLivesAsLongAsTheConnectionSays() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.set("totp", "{\"time_step\": 120, \"length\": 6}");
        rehearsal.apply();
        assertThat(colleague().action().deployed().orElseThrow().code()).contains("EXPIRY_SECONDS = 120;");
        assertStable();
        rehearsal.describe(PHONE, "options: {totp: {time_step: 180}}\n");
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(colleague().action().deployed().orElseThrow().code()).contains("EXPIRY_SECONDS = 180;");
        assertStable();
    }
}

package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Verification;
import com.messagemedia.auth0.plan.Verification.Verdict;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.PageClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each button of the sandbox's page does what it says, at a tenant with a phone provider. */
final class PhonePageButtonsTest extends PhoneRehearsal {

    private static final String TEMPLATES =
            "phoneProvider:\n  templates:\n    otp_verify: {text: \"{{ code }} for you\"}\n";

    private Sandbox applied() {
        on(StartingTenant.MODERN, PHONE, TEMPLATES);
        rehearsal.apply();
        return rehearsal.sandbox();
    }

    private Plan look() {
        return rehearsal.with(Choices.NONE, TenantPlanner::planReadOnly).plan();
    }

    @ParameterizedTest
    @CsvSource({
        "edit-code,           action.code,                     DRIFT",
        "leave-draft,         action.draft,                    CONFLICT",
        "provider-off,        phoneProvider.disabled,          DRIFT",
        "edit-phone-template, phoneTemplate.otp_verify.text,   DRIFT"
    })
    void colleagueStopsAnApply(String button, String path, Verdict verdict) {
        Sandbox sandbox = applied();
        assertThat(PageClient.press(sandbox, button)).isEqualTo(204);
        assertThat(look().conflicts()).extracting(Object::toString).containsExactly(path);
        assertThat(new Verification(look()).verdict()).isEqualTo(verdict);
        rehearsal.refused();
        rehearsal.apply(Choices.OVERWRITE.takingOver(sandbox.address().domain()));
        assertThat(look().conflicts()).isEmpty();
    }

    @Test
    void buttonsFitTheTenant() {
        on(StartingTenant.MODERN, PHONE);
        Sandbox sandbox = rehearsal.sandbox();
        assertThat(PageClient.blocked(sandbox, "edit-template")).isEqualTo("absent");
        assertThat(PageClient.blocked(sandbox, "edit-code"))
                .isEqualTo("There is no deployed Action: run mvn messagemedia:apply first.");
        assertThat(PageClient.blocked(sandbox, "provider-off"))
                .isEqualTo("There is no phone provider that is on: run mvn messagemedia:apply first.");
        rehearsal.apply();
        assertThat(PageClient.blocked(sandbox, "edit-code")).isEmpty();
        assertThat(PageClient.blocked(sandbox, "provider-off")).isEmpty();
    }

    @Test
    void pageShowsActionProviderAndTemplateWithoutSecrets() {
        Sandbox sandbox = applied();
        assertThat(PageClient.shown(PageClient.shown(sandbox), "code")).contains("onExecuteCustomPhoneProvider");
        assertThat(PageClient.shown(PageClient.shown(sandbox), "secrets.MESSAGEMEDIA_API_KEY"))
                .matches("\\(secret #[0-9a-f]{4}, 20 characters\\)");
        assertThat(PageClient.shown(PageClient.shown(sandbox), "content.body.text"))
                .isEqualTo("{{ code }} for you");
        assertThat(PageClient.trees(PageClient.shown(sandbox), "tenant"))
                .extracting(section -> PageClient.text(section, "title"))
                .contains("Action MessageMedia SMS", "Phone provider", "Phone template otp_verify");
        assertThat(PageClient.shown(sandbox).toString()).doesNotContain("SandboxApiKey0000000");
    }

    @Test
    void codeOfTheActionGoesToThePhone() {
        Sandbox sandbox = applied();
        assertThat(PageClient.askForCode(sandbox)).isEqualTo(200);
        assertThat(PageClient.trees(PageClient.shown(sandbox), "messages"))
                .extracting(message -> PageClient.text(message, "way"))
                .containsExactly("MessageMedia's API");
    }

    @Test
    void startingOverKeepsTheKindOfTenant() {
        Sandbox sandbox = applied();
        assertThat(PageClient.press(sandbox, "start-over")).isEqualTo(204);
        assertThat(PageClient.blocked(sandbox, "edit-code")).startsWith("There is no deployed Action");
        assertThat(rehearsal.apply()).isEqualTo(DONE);
    }
}

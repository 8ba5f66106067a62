package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.delivery.gateway.GatewayNotice;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Rehearsal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tenants whose phone provider takes the place of the gateway. */
class PhoneExperienceTest {

    private static final String SETTINGS = "GET /api/v2/tenants/settings?fields=phone_consolidated_experience";

    @TempDir
    Path folder;

    private Rehearsal tenant(boolean unified) {
        return Rehearsal.in(
                        folder,
                        SandboxSettings.inMemory()
                                .withScopes(SandboxSettings.ALL_SCOPES)
                                .withStart(unified ? StartingTenant.SWITCHED : StartingTenant.OLDER))
                .describe(MESSAGE_MEDIA);
    }

    @Test
    void unifiedTenantIsNamedBeforeAnythingIsWritten() {
        try (Rehearsal tenant = tenant(true)) {
            assertThat(tenant.plan().plan().notices()).containsExactly(new GatewayNotice.UnifiedPhoneExperience());
            assertThat(tenant.requests()).containsExactly(TOKEN, SETTINGS, LIST);
            assertThat(tenant.apply().outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(tenant.requests()).containsExactly(TOKEN, SETTINGS, LIST, PATCH);
            assertThat(tenant.apply().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        }
    }

    @Test
    void otherTenantsHaveNoNotice() {
        try (Rehearsal tenant = tenant(false)) {
            assertThat(tenant.plan().plan().notices()).isEmpty();
        }
    }

    @Test
    void connectionThatSendsThroughTwilioHasNoNotice() {
        try (Rehearsal tenant = tenant(true)) {
            tenant.describe("options: {template: \"Code @@password@@\"}\n");
            assertThat(tenant.plan().plan().notices()).isEmpty();
        }
    }

    @Test
    void switchOfTheConnectionSaysTheSameForCertain() {
        try (Rehearsal tenant = tenant(true)) {
            tenant.edit(options -> options.with(FieldPath.of("use_phone_provider"), Value.of(true)));
            assertThat(tenant.plan().plan().notices()).containsExactly(new GatewayNotice.PhoneProviderInUse(true));
        }
    }

    /** What a gateway's descriptor sets would not be used, so an apply needs a yes. The tenant's setting alone needs none. */
    @Test
    void applyOfAGatewayThatTheConnectionDoesNotUseNeedsAYes() {
        try (Rehearsal tenant = tenant(true)) {
            tenant.edit(options -> options.with(FieldPath.of("use_phone_provider"), Value.of("unified")));
            String domain = tenant.sandbox().address().domain();
            Fault refused = tenant.refused();
            assertThat(refused.problem())
                    .isEqualTo("The connection sends through the phone provider of tenant " + domain
                            + ", so Auth0 would not call the gateway that the plan sets. Nothing was written.");
            assertThat(refused.remedy())
                    .isEqualTo("Write \"delivery: phoneProvider\" to manage what sends, or switch \"Use Tenant-Level"
                            + " Messaging Provider\" off for this connection. To set the gateway all the same, add"
                            + " -Dmessagemedia.takeOver=" + domain + ".");
            assertThat(tenant.apply(Choices.NONE.takingOver(domain)).outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(tenant.apply().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        }
        try (Rehearsal tenant = tenant(true)) {
            assertThat(tenant.apply().outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(tenant.apply().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        }
    }

    @Test
    void tokenThatMayNotReadTheSettingsAsksForNothing() {
        try (Rehearsal tenant = Rehearsal.in(folder, SandboxSettings.inMemory().withStart(StartingTenant.SWITCHED))
                .describe(MESSAGE_MEDIA)) {
            assertThat(tenant.plan().plan().notices()).isEmpty();
            assertThat(tenant.requests()).containsExactly(TOKEN, LIST);
        }
    }

    @Test
    void settingsThatCannotBeReadStopNothing() {
        try (Rehearsal tenant = tenant(true)) {
            tenant.wire().once(Moment.of(SETTINGS, Moment.Fate.REFUSED));
            assertThat(tenant.plan(Choices.NONE).plan().notices()).isEmpty();
        }
    }

    /** What a caller asks who only looks, such as the doctor; who may not ask gets no answer rather than a no. */
    @Test
    void whoOnlyAsksIsAnsweredAndNothingIsWritten() {
        try (Rehearsal tenant = tenant(true)) {
            tenant.with(Choices.NONE, planner -> {
                assertThat(planner.scopes().orElseThrow())
                        .containsExactlyInAnyOrderElementsOf(SandboxSettings.ALL_SCOPES);
                assertThat(planner.unifiedPhoneExperience()).contains(true);
                assertThat(planner.enabledClients(planner.plan().live())).containsExactlyElementsOf(clients(tenant));
                return true;
            });
            assertThat(tenant.requests()).noneMatch(request -> request.startsWith("PATCH"));
        }
        try (Rehearsal tenant = tenant(false)) {
            assertThat(tenant.<Optional<Boolean>>with(Choices.NONE, TenantPlanner::unifiedPhoneExperience))
                    .contains(false);
        }
        try (Rehearsal tenant = Rehearsal.in(folder).describe(MESSAGE_MEDIA)) {
            assertThat(tenant.<Optional<Boolean>>with(Choices.NONE, TenantPlanner::unifiedPhoneExperience))
                    .isEmpty();
        }
    }

    private static List<String> clients(Rehearsal tenant) {
        return ((Value.Array) Rehearsal.member(tenant.sandbox().tenant().connection("sms"), "enabled_clients"))
                .items().stream().map(item -> ((Value.Text) item).text()).toList();
    }
}

package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.READ;
import static com.messagemedia.auth0.testing.Rehearsal.SMS;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static com.messagemedia.auth0.testing.Rehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.rollback.RestoredValues;
import com.messagemedia.auth0.rollback.Rollback;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTest extends RehearsalTest {

    private static final String GUARDED = "environments:\n  prod: {protected: true}\n  dev: {connection: other}\n";
    private static final Choices PROD = Choices.NONE.in("prod");

    @ParameterizedTest
    @ValueSource(strings = {"read:connections", "read:connections_options"})
    void planNamesAMissingScopeToRead(String scope) {
        try (Rehearsal tenant = without(scope)) {
            Fault fault = catchThrowableOfType(Fault.class, tenant::plan);
            assertThat(fault)
                    .hasMessage("The token for " + tenant.sandbox().address() + " lacks the scope " + scope
                            + ". Nothing was written.");
            assertThat(fault.remedy())
                    .isEqualTo("Grant " + scope + " to the client: in the Auth0 dashboard open Applications > APIs >"
                            + " Auth0 Management API > Machine to Machine Applications, open the client, tick it and"
                            + " press Update.");
            assertThat(tenant.requests()).containsExactly(TOKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update:connections", "update:connections_options"})
    void planNeedsNoScopeToWriteAndApplyNamesIt(String scope) {
        try (Rehearsal tenant = without(scope)) {
            assertThat(tenant.plan().plan().changesOptions()).isTrue();
            tenant.requests();
            assertThat(tenant.refused())
                    .hasMessage("The token for " + tenant.sandbox().address() + " lacks the scope " + scope
                            + ". Nothing was written.");
            assertThat(tenant.requests()).containsExactly(TOKEN);
        }
    }

    @Test
    void severalMissingScopesAreNamedTogether() {
        try (Rehearsal tenant = without("update:connections", "update:connections_options")) {
            Fault fault = tenant.refused();
            assertThat(fault)
                    .hasMessage("The token for " + tenant.sandbox().address()
                            + " lacks the scopes update:connections, update:connections_options. Nothing was written.");
            assertThat(fault.remedy())
                    .startsWith("Grant update:connections update:connections_options to the client: ")
                    .endsWith("tick them and press Update.");
        }
    }

    @Test
    void rollbackNamesAMissingScopeToWriteBeforeItLooksForABackup() {
        try (Rehearsal tenant = without("update:connections")) {
            RestoredValues none = new RestoredValues(Optional.empty(), name -> Optional.empty(), new GatewayDelivery());
            Fault fault = catchThrowableOfType(
                    Fault.class,
                    () -> tenant.with(
                            Choices.NONE,
                            planner -> new Rollback(planner)
                                    .plan(
                                            any -> {
                                                throw new AssertionError("no backup is to be chosen");
                                            },
                                            none)));
            assertThat(fault)
                    .hasMessage("The token for " + tenant.sandbox().address()
                            + " lacks the scope update:connections. Nothing was written.");
            assertThat(tenant.requests()).containsExactly(TOKEN);
        }
    }

    private Rehearsal without(String... scopes) {
        Set<String> granted = new HashSet<>(SandboxSettings.ALL_SCOPES);
        granted.removeAll(List.of(scopes));
        return Rehearsal.in(folder, SandboxSettings.inMemory().withScopes(granted))
                .describe(MESSAGE_MEDIA);
    }

    @Test
    void emptyOptionsStopItBeforeAnyWrite() {
        rehearsal.edit(options -> Options.EMPTY);
        Fault fault = rehearsal.refused();
        assertThat(fault)
                .hasMessage(
                        "Auth0 returned connection sms (con_SandboxSms000000) without options. The token may not read"
                                + " them; a write would wipe them. Nothing was written.");
        assertThat(fault.remedy()).startsWith("Grant read:connections_options to the client: ");
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST);
    }

    @Test
    void optionsWithheldFromATokenThatTellsNoScopesStopItToo() {
        try (Rehearsal tenant = without("read:connections_options")) {
            tenant.describeWhole("version: 1\ntenant:\n  domain: "
                    + tenant.sandbox().address() + "\n  token: " + SandboxCredentials.TOKEN + "\n" + MESSAGE_MEDIA);
            assertThat(tenant.refused().problem()).startsWith("Auth0 returned connection sms (con_SandboxSms000000)");
            assertThat(tenant.requests()).containsExactly(LIST);
        }
    }

    @Test
    void untrustedHostGetsNoRequestAtAll() {
        rehearsal.variable("SECRET", "aSecretThatMustNotTravel");
        rehearsal.describeWhole("version: 1\ntenant:\n  domain: login.acme.example\n  clientId: our-client\n"
                + "  clientSecret: ${env.SECRET}\noptions: {name: ours}\n");
        Fault fault = rehearsal.refused();
        assertThat(fault)
                .hasMessage("messagemedia-auth0.yaml:3:11: tenant.domain login.acme.example is not an Auth0 host, so no"
                        + " credentials are sent there.");
        assertThat(fault.remedy())
                .isEqualTo("If it is your tenant's custom domain, allow it outside the descriptor: set"
                        + " messagemedia.allowedHosts=login.acme.example in the POM, in settings.xml or on the command"
                        + " line.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        // Opening sends nothing, so no name is looked up here.
        assertThat(rehearsal.<Boolean>with(Choices.NONE.allowing("login.acme.example"), planner -> true))
                .isTrue();
        assertThatFails(Choices.NONE.allowing("acme.example"));
    }

    private void assertThatFails(Choices choices) {
        assertThat(catchThrowableOfType(Fault.class, () -> rehearsal.<Boolean>with(choices, planner -> true))
                        .outcome())
                .isEqualTo(Outcome.REFUSED);
    }

    @Test
    void protectedEnvironmentWantsItsFirstAdoptionApproved() {
        rehearsal.describe(MESSAGE_MEDIA, GUARDED);
        Fault fault = rehearsal.refused(PROD.approving("prod"));
        assertThat(fault)
                .hasMessage("Environment prod is protected, and this apply would adopt the connection: it has"
                        + " no applied record of owner \"default\". Nothing was written.");
        assertThat(fault.remedy()).isEqualTo("Read the plan. If it is correct, add -Dmessagemedia.adopt=true.");
        assertThat(rehearsal.refused(PROD).remedy())
                .isEqualTo("Read the plan. If it is correct, add -Dmessagemedia.adopt=true and, in non-interactive"
                        + " mode, -Dmessagemedia.approve=prod.");
        rehearsal.requests();
        rehearsal.apply(PROD.adopting().approving("prod"));
        // Nobody was waited for, so the connection is not read again.
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, PATCH);
        rehearsal.assertStable(PROD.adopting().approving("prod"));
        rehearsal.assertStable(PROD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "Prod", ""})
    void protectedEnvironmentWantsItsOwnNameAsApproval(String approved) {
        rehearsal.describe(MESSAGE_MEDIA, GUARDED);
        Fault fault = rehearsal.refused(PROD.adopting().approving(approved));
        assertThat(fault)
                .hasMessage("Environment prod is protected, and nobody approved the change. Nothing was written.");
        assertThat(fault.remedy()).isEqualTo("Read the plan. If it is correct, add -Dmessagemedia.approve=prod.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST);
    }

    @Test
    void personMayApproveAndLiveIsReadAgain() {
        rehearsal.describe(MESSAGE_MEDIA, GUARDED);
        List<String> asked = new ArrayList<>();
        rehearsal.apply(PROD.adopting(), asked::add);
        assertThat(asked).containsExactly("prod");
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, READ, PATCH);
        rehearsal.assertStable(PROD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"options", "metadata", "display_name"})
    void whatMovedWhileThePersonReadIsSeen(String key) {
        rehearsal.describe(MESSAGE_MEDIA, GUARDED);
        Approval slow = environment -> {
            switch (key) {
                case "options" -> rehearsal.set("theirs", "1");
                case "metadata" -> rehearsal.metadata("theirs", "1");
                default -> rehearsal.top(key, any -> json("\"Text me\""));
            }
            return true;
        };
        Fault fault = catchThrowableOfType(Fault.class, () -> rehearsal.apply(PROD.adopting(), slow));
        assertThat(fault)
                .hasMessage("The connection was changed in Auth0 after the plan was made. Nothing was written.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(rehearsal.wire().bodies()).isEmpty();
    }

    @Test
    void otherEnvironmentsAskNobody() {
        rehearsal.describe(MESSAGE_MEDIA, GUARDED.replace("connection: other", "connection: " + SMS));
        Choices dev = Choices.NONE.in("dev");
        rehearsal.apply(dev, environment -> {
            throw new AssertionError("nobody is to be asked");
        });
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, PATCH);
        rehearsal.assertStable(dev);
    }
}

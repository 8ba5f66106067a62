package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static com.messagemedia.auth0.testing.Rehearsal.json;
import static com.messagemedia.auth0.testing.Rehearsal.member;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FirstApplyTest extends RehearsalTest {

    @Test
    void costsThreeRequestsAndTheSecondTwo() {
        assertThat(rehearsal.apply()).isEqualTo(new Applied(Outcome.APPLIED, List.of(), false));
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, PATCH);
        assertThat(rehearsal.apply()).isEqualTo(new Applied(Outcome.NOTHING_TO_DO, List.of(), false));
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST);
    }

    @Test
    void makesTheConnectionSendThroughMessageMedia() {
        rehearsal.applyTwice();
        assertThat(rehearsal.live()).isEqualTo(new com.messagemedia.auth0.model.Options((Tree) json("""
                {"provider": "sms_gateway",
                 "gateway_url": "https://auth0-api.messagemedia.com/messages",
                 "gateway_authentication": {"method": "bearer", "subject": "SandboxApiKey0000000",
                   "audience": "SandboxApiSecret00000000000000", "secret": "MessageMedia", "secret_base64_encoded": false},
                 "from": "+61491570156", "name": "SMS OTP", "totp": {"length": 6, "time_step": 300},
                 "syntax": "md_with_macros", "template": "@@password@@", "disable_signup": false,
                 "upstream_params": {"screen_name": {"alias": "login_hint"}}, "forward_req_info": true,
                 "messaging_service_sid": null, "brute_force_protection": true}
                """)));
    }

    @Test
    void planNeverWrites() {
        List<Tree> before = rehearsal.sandbox().tenant().connections();
        PreparedChange planned = rehearsal.plan();
        rehearsal.set("from", "\"elsewhere\"");
        rehearsal.set("from", "\"+15550100000\"");
        assertThat(planned.plan().counts().removed()).isEqualTo(2);
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST);
        assertThat(rehearsal.sandbox().tenant().connections()).isEqualTo(before);
    }

    @Test
    void planOfAConflictWritesNothingEither() {
        rehearsal.applyTwice();
        rehearsal.set("from", "\"+15550100000\"");
        List<Tree> before = rehearsal.sandbox().tenant().connections();
        assertThat(rehearsal.plan().plan().mayBeApplied()).isFalse();
        assertThat(rehearsal.requests()).doesNotContain(PATCH);
        assertThat(rehearsal.sandbox().tenant().connections()).isEqualTo(before);
    }

    @Test
    void unmanagedOptionsSurviveWithTheirLiterals() {
        String unknown = "{\"a\":1.50,\"b\":1e3,\"c\":123456789012345678901234567890,\"d\":-0.0,\"e\":null,\"f\":[],"
                + "\"g\":{},\"h\":[1.0,{\"i\":6.0}],\"a.b\":{\"\":\"\\u0000\\u2028\"}}";
        rehearsal.set("unknown_to_everybody", unknown);
        rehearsal.set("use_phone_provider", "false");
        rehearsal.applyTwice();
        assertThat(rehearsal.wire().bodies().get(0))
                .contains("1.50", "1e3", "123456789012345678901234567890", "-0.0", "6.0");
        assertThat(rehearsal.live("unknown_to_everybody")).isEqualTo(Json.write(json(unknown)));
        assertThat(rehearsal.live("use_phone_provider")).isEqualTo("false");
    }

    @Test
    void otherConnectionsAndKeysOfThisOneStayAsTheyAre() {
        rehearsal.top("show_as_button", any -> json("true"));
        Tree database = rehearsal.sandbox().tenant().connection("Username-Password-Authentication");
        Tree before = rehearsal.sandbox().tenant().connection("sms");
        rehearsal.applyTwice();
        Tree after = rehearsal.sandbox().tenant().connection("sms");
        assertThat(rehearsal.sandbox().tenant().connection("Username-Password-Authentication"))
                .isEqualTo(database);
        for (String key : List.of("id", "name", "strategy", "enabled_clients", "authentication", "show_as_button")) {
            assertThat(member(after, key)).as(key).isEqualTo(member(before, key));
        }
    }

    @Test
    void bodyHoldsOptionsAndMetadataAlone() {
        rehearsal.applyTwice();
        assertThat(rehearsal.wire().lastBody().members()).containsOnlyKeys("options", "metadata");
        assertThat(member(rehearsal.wire().lastBody(), "options"))
                .isEqualTo(rehearsal.live().root());
        assertThat(((Tree) member(rehearsal.wire().lastBody(), "metadata")).members())
                .containsOnlyKeys("messagemedia_default");
    }

    @Test
    void labelAndRealmsAreEchoedWhereTheyDifferFromTheName() {
        rehearsal.top("display_name", any -> json("\"Text me\"")).top("realms", any -> json("[\"a\",\"sms\"]"));
        rehearsal.applyTwice();
        assertThat(rehearsal.wire().lastBody().members())
                .containsOnlyKeys("options", "metadata", "display_name", "realms");
        Tree after = rehearsal.sandbox().tenant().connection("sms");
        assertThat(Json.write(member(after, "display_name"))).isEqualTo("\"Text me\"");
        assertThat(Json.write(member(after, "realms"))).isEqualTo("[\"a\",\"sms\"]");
    }

    @Test
    void labelAndRealmsThatAreTheNameAreNotSent() {
        rehearsal.top("display_name", any -> json("\"sms\"")).top("realms", any -> json("[\"sms\"]"));
        rehearsal.applyTwice();
        assertThat(rehearsal.wire().lastBody().members()).containsOnlyKeys("options", "metadata");
    }

    @Test
    void recordHoldsNoValue() {
        rehearsal.applyTwice();
        assertThat(rehearsal.metadata().get("messagemedia_default"))
                .matches("3\\.[A-Za-z0-9_-]{16}\\.([a-z][A-Za-z0-9_-]{8}){8}\\.([A-Za-z0-9_-]{3})+\\.[A-Za-z0-9_-]{6}")
                .doesNotContain("Sandbox", "61491570156", "MessageMedia");
    }

    @Test
    void handMadeSetUpIsAdoptedByAPatchOfMetadataAlone() {
        rehearsal.applyTwice();
        rehearsal.top("metadata", any -> Tree.EMPTY);
        PreparedChange planned = rehearsal.plan();
        assertThat(planned.plan().changesOptions()).isFalse();
        assertThat(planned.plan().record()).isEqualTo(RecordChange.ADOPT);
        rehearsal.applyTwice();
        assertThat(rehearsal.wire().lastBody().members()).containsOnlyKeys("metadata");
        assertThat(rehearsal.metadata()).containsOnlyKeys("messagemedia_default");
    }

    @Test
    void changeInTheDescriptorAloneIsApplied() {
        rehearsal.applyTwice();
        rehearsal.describe(MESSAGE_MEDIA.replace("+61491570156", "+61491570157"));
        assertThat(rehearsal.applyTwice(Choices.NONE).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(rehearsal.live("from")).isEqualTo("\"+61491570157\"");
    }

    @Test
    void sameChangeOnBothSidesBringsTheRecordAloneUpToDate() {
        rehearsal.applyTwice();
        rehearsal.set("from", "\"+61491570157\"").describe(MESSAGE_MEDIA.replace("+61491570156", "+61491570157"));
        assertThat(rehearsal.plan().plan().record()).isEqualTo(RecordChange.UPDATE);
        rehearsal.applyTwice();
        assertThat(rehearsal.wire().lastBody().members()).containsOnlyKeys("metadata");
    }
}

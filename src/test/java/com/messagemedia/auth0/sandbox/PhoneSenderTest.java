package com.messagemedia.auth0.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Sandbox.Message;
import com.messagemedia.auth0.testing.Colleague;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code through the tenant's phone provider: the code of the deployed and bound Action runs, and nothing else. */
class PhoneSenderTest {

    private static final String SMS = """
            exports.onExecuteCustomPhoneProvider = async (event, api) => {
              const secrets = event.secrets.MESSAGEMEDIA_API_KEY + ":" + event.secrets.MESSAGEMEDIA_API_SECRET;
              const answer = await fetch("https://HOST/v1/messages", {
                method: "POST",
                headers: { authorization: "Basic " + btoa(secrets), "content-type": "application/json" },
                body: JSON.stringify({ messages: [{
                  content: event.notification.as_text,
                  destination_number: event.notification.recipient,
                  source_number: "+61491570156",
                }] }),
              });
              if (answer.status >= 500) { api.notification.retry("status " + answer.status); return; }
              if (answer.status !== 202) { api.notification.drop("status " + answer.status); }
            };
            """;
    private static final String START = "{\"client_id\":\"sandboxWebClient0000000000000000\",\"connection\":\"sms\","
            + "\"phone_number\":\"%s\",\"send\":\"code\"}";
    private static final String USUAL = "+61491570006";

    /** A newer tenant that sends through this Action. */
    private static Sandbox sending(String code) {
        Sandbox sandbox = Sandbox.start(SandboxSettings.modern().withStart(StartingTenant.FOREIGN_ACTION));
        sandbox.tenant().change(TenantPart.ACTIONS, actions -> List.of(live(actions.get(0), code)));
        return sandbox;
    }

    private static Tree live(Tree action, String code) {
        Tree version = Members.trees(action, "versions").get(0);
        Array secrets = new Array(List.of(
                secret("MESSAGEMEDIA_API_KEY", SandboxCredentials.API_KEY),
                secret("MESSAGEMEDIA_API_SECRET", SandboxCredentials.API_SECRET)));
        Tree changed = ObjectBuilder.of(version)
                .put("code", code)
                .put("secrets", secrets)
                .tree();
        return ObjectBuilder.of(action)
                .put("versions", new Array(List.of(changed)))
                .tree();
    }

    private static Tree secret(String name, String value) {
        return ObjectBuilder.empty().put("name", name).put("value", value).tree();
    }

    private static HttpResponse<String> start(Sandbox sandbox, String number) {
        return Caller.anonymous(sandbox).post("/passwordless/start", START.formatted(number));
    }

    private static List<String> failures(Sandbox sandbox) {
        Array logs = (Array) Caller.json(Caller.published(sandbox)
                .get("/api/v2/logs?q=type:fn&sort=date:-1&per_page=10")
                .body());
        return Members.trees(logs).stream()
                .map(event -> Members.text(Members.tree(event, "details"), "error"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"api.messagemedia.com", "au.app.api.sinch.com", "eu.app.api.sinch.com", "us.app.api.sinch.com"})
    void theActionsOwnCodeSends(String host) {
        try (Sandbox sandbox = sending(SMS.replace("HOST", host))) {
            HttpResponse<String> reply = start(sandbox, USUAL);
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(sandbox.inbox()).hasSize(1).allSatisfy(message -> {
                assertThat(message.recipient()).isEqualTo(USUAL);
                assertThat(message.sender()).isEqualTo("+61491570156");
                assertThat(message.body()).matches("[0-9]{6} is your verification code for Sandbox");
                assertThat(message.accepted()).isTrue();
            });
            assertThat(failures(sandbox)).isEmpty();
        }
    }

    @Test
    void aFailureIsInTheLogAndNotInTheReply() {
        try (Sandbox sandbox = sending(SMS.replace("HOST", "sms.acme.example"))) {
            assertThat(start(sandbox, USUAL).statusCode()).isEqualTo(200);
            assertThat(failures(sandbox)).hasSize(1);
            assertThat(sandbox.inbox()).isEmpty();
        }
    }

    @Test
    void anActionThatAsksForARetryRunsSixTimes() {
        try (Sandbox sandbox = sending(
                "exports.onExecuteCustomPhoneProvider = async (event, api) => { api.notification.retry('later'); };")) {
            start(sandbox, USUAL);
            assertThat(failures(sandbox)).containsOnly("later").hasSize(6);
        }
    }

    @Test
    void noReasonShowsASecret() {
        try (Sandbox sandbox = sending("exports.onExecuteCustomPhoneProvider = async (event, api) =>"
                + " { api.notification.drop('key ' + event.secrets.MESSAGEMEDIA_API_KEY); };")) {
            start(sandbox, USUAL);
            assertThat(failures(sandbox)).containsExactly("key ***");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MODERN         |                                 | The tenant has no phone provider
            STUB_ACTION    |                                 | The tenant has no phone provider
            FOREIGN_ACTION | {"disabled":true}               | The phone provider is disabled
            FOREIGN_ACTION | {"configuration":{"delivery_methods":["voice"]}} | The phone provider does not send by text
            """)
    void whatIsMissingIsInTheLog(StartingTenant begin, String change, String reason) {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.modern().withStart(begin))) {
            if (change != null) {
                String id = Members.text(
                        sandbox.tenant().items(TenantPart.PHONE_PROVIDERS).get(0), "id");
                Caller.published(sandbox).patch("/api/v2/branding/phone/providers/" + id, change);
            }
            assertThat(start(sandbox, USUAL).statusCode()).isEqualTo(200);
            assertThat(failures(sandbox)).containsExactly(reason);
        }
    }

    @Test
    void anActionThatIsNotBoundDoesNotRun() {
        try (Sandbox sandbox = sending(SMS.replace("HOST", "api.messagemedia.com"))) {
            Caller.published(sandbox)
                    .patch("/api/v2/actions/triggers/custom-phone-provider/bindings", "{\"bindings\":[]}");
            start(sandbox, USUAL);
            assertThat(failures(sandbox))
                    .containsExactly("No deployed Action is bound to the trigger custom-phone-provider");
            assertThat(sandbox.inbox()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "unified, 1", "false, 0", "something, 0"})
    void anOlderTenantSendsThroughItWhereTheConnectionSaysSo(String value, int sent) {
        try (Sandbox sandbox = sending(SMS.replace("HOST", "api.messagemedia.com"));
                Sandbox older = Sandbox.start(SandboxSettings.modern().withStart(StartingTenant.SWITCHED))) {
            for (TenantPart part : List.of(TenantPart.ACTIONS, TenantPart.BINDINGS, TenantPart.PHONE_PROVIDERS)) {
                older.tenant().change(part, none -> sandbox.tenant().items(part));
            }
            new Colleague(older).sets("use_phone_provider", value.equals("true") ? Value.of(true) : Value.of(value));
            assertThat(start(older, USUAL).statusCode()).isEqualTo(sent == 1 ? 200 : 400);
            assertThat(older.inbox()).hasSize(sent);
        }
    }

    @Test
    void testMessagesRunTheActionWithTheTemplate() {
        try (Sandbox sandbox = sending(SMS.replace("HOST", "api.messagemedia.com"))) {
            Caller caller = Caller.published(sandbox);
            String provider = "/api/v2/branding/phone/providers/"
                    + Members.text(
                            sandbox.tenant().items(TenantPart.PHONE_PROVIDERS).get(0), "id");
            HttpResponse<String> reply = caller.post(provider + "/try", "{\"to\":\"" + USUAL + "\"}");
            assertThat(reply.statusCode()).isEqualTo(202);
            assertThat(reply.body())
                    .isEqualTo("{\"code\":202,\"message\":\"Test notification successfully sent for processing\"}");
            String templates = "/api/v2/branding/phone/templates";
            HttpResponse<String> template = caller.post(
                    templates,
                    "{\"type\":\"otp_enroll\",\"content\":{\"body\":{\"text\":\"{{ code }} & {{ friendly_name }}\"}}}");
            String id = Members.text(Caller.tree(template), "id");
            assertThat(caller.post(templates + "/" + id + "/try", "{\"to\":\"" + USUAL + "\"}")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(sandbox.inbox())
                    .extracting(Message::body)
                    .containsExactly("123456 is your verification code for Sandbox", "123456 & Sandbox");
            assertThat(caller.post(provider + "/try", "{\"to\":\"+614915700061234567\"}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(caller.post(provider + "x/try", "{\"to\":\"" + USUAL + "\"}")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void logsAreSearchedByType() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.modern())) {
            start(sandbox, USUAL);
            Caller caller = Caller.published(sandbox);
            assertThat(caller.get("/api/v2/logs?q=type:(fn OR wn)".replace(" ", "%20"))
                            .body())
                    .contains(
                            "\"type\":\"fn\",\"description\":\"Failed Sending Notification\"", "\"connection\":\"sms\"")
                    .doesNotContain(USUAL);
            assertThat(caller.get("/api/v2/logs?q=type:wn").body()).isEqualTo("[]");
            assertThat(Json.write(Caller.tree(caller.get("/api/v2/logs?include_totals=true&per_page=1"))
                            .members()
                            .get("total")))
                    .isEqualTo("1");
            assertThat(caller.get("/api/v2/logs?q=user_id:a").statusCode()).isEqualTo(400);
        }
    }
}

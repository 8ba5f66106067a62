package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.List;

/**
 * The initial tenant of every sandbox. It has a connection {@code sms} with Twilio, as a real tenant returns it: with
 * options that somebody else set (sign-up, request info, upstream parameters, an unused messaging service) and two
 * enabled clients. It also has a database connection, which no goal may touch.
 */
final class StartingTenant {

    private StartingTenant() {}

    static List<Tree> connections() {
        return List.of(sms(), database());
    }

    private static Tree sms() {
        return connection("con_SandboxSms000000", "sms", "sms", smsOptions())
                .put(
                        "enabled_clients",
                        new Array(List.of(
                                Value.of("sandboxWebClient0000000000000000"),
                                Value.of("sandboxAppClient0000000000000000"))))
                .tree();
    }

    private static Tree smsOptions() {
        return ObjectBuilder.empty()
                .put("from", "+15550100000")
                .put("name", "SMS OTP")
                .put(
                        "totp",
                        ObjectBuilder.empty()
                                .put("length", Value.of(6))
                                .put("time_step", Value.of(300))
                                .tree())
                .put("syntax", "md_with_macros")
                .put("template", "@@password@@")
                .put("twilio_sid", SandboxCredentials.TWILIO_SID)
                .put("twilio_token", SandboxCredentials.TWILIO_TOKEN)
                .put("disable_signup", Value.of(false))
                .put("upstream_params", upstreamParams())
                .put("forward_req_info", Value.of(true))
                .put("messaging_service_sid", Value.Null.NULL)
                .put("brute_force_protection", Value.of(true))
                .tree();
    }

    private static Tree upstreamParams() {
        return ObjectBuilder.empty()
                .put(
                        "screen_name",
                        ObjectBuilder.empty().put("alias", "login_hint").tree())
                .tree();
    }

    private static Tree database() {
        Tree options = ObjectBuilder.empty()
                .put("passwordPolicy", "good")
                .put("brute_force_protection", Value.of(true))
                .put("strategy_version", Value.of(2))
                .tree();
        return connection("con_SandboxDatabase0", "Username-Password-Authentication", "auth0", options)
                .put("enabled_clients", new Array(List.of(Value.of("sandboxWebClient0000000000000000"))))
                .tree();
    }

    private static ObjectBuilder connection(String id, String name, String strategy, Tree options) {
        return ObjectBuilder.empty()
                .put("id", id)
                .put("options", options)
                .put("strategy", strategy)
                .put("name", name)
                .put("is_domain_connection", Value.of(false))
                .put(
                        "authentication",
                        ObjectBuilder.empty().put("active", Value.of(true)).tree())
                .put(
                        "connected_accounts",
                        ObjectBuilder.empty().put("active", Value.of(false)).tree())
                .put("realms", new Array(List.of(Value.of(name))));
    }
}

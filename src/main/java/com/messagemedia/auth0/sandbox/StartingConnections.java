package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.List;

/**
 * The connections of a new sandbox. The connection {@code sms} is as a real tenant returns it: with options that
 * somebody else set (sign-up, request info, upstream parameters, an unused messaging service) and two enabled clients.
 * There is also a database connection, which no goal may touch.
 */
final class StartingConnections {

    private StartingConnections() {}

    /** The connections of a tenant whose SMS connection has Twilio's options, as it was before March 2025. */
    static List<Tree> withTwilio() {
        return List.of(sms(smsOptions()), database());
    }

    /** The connections of a newer tenant. Its SMS connection has no provider: the tenant's phone provider sends. */
    static List<Tree> withoutProvider() {
        Tree options = ObjectBuilder.of(smsOptions())
                .remove("from")
                .remove("twilio_sid")
                .remove("twilio_token")
                .remove("messaging_service_sid")
                .tree();
        return List.of(sms(options), database());
    }

    private static Tree sms(Tree options) {
        return connection("con_SandboxSms000000", "sms", "sms", options)
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

package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.PhoneSender.Notification;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The event that an Action of the trigger {@code custom-phone-provider} gets (Auth0's documentation, "Custom phone
 * provider event object"). Both texts are always there.
 */
final class PhoneEvent {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{-?\\s*([\\w.]+)\\s*(\\|[^}]*)?}}");
    private static final String BEGIN = "2026-01-01T00:00:00.000Z";

    private PhoneEvent() {}

    static Tree of(TenantState state, Notification notification) {
        String name = Members.text(state.settings(), "friendly_name");
        return ObjectBuilder.empty()
                .put("notification", notification(state, notification))
                .put("client", client(notification.client()))
                .put("connection", connection(notification.connection()))
                .put("configuration", Tree.EMPTY)
                .put("transaction", Tree.EMPTY)
                .put("request", request())
                .put(
                        "tenant",
                        ObjectBuilder.empty()
                                .put("id", "sandbox")
                                .put("friendly_name", name)
                                .tree())
                .put("user", user(notification))
                .tree();
    }

    private static Tree notification(TenantState state, Notification notification) {
        Tree content = PhoneTemplates.contentOf(state, notification.type());
        Tree body = Members.tree(content, "body");
        Map<String, String> variables = Map.of(
                "code", notification.code(),
                "locale", "en",
                "tenant", "sandbox",
                "friendly_name", Members.text(state.settings(), "friendly_name"),
                "connection", Members.text(notification.connection(), "name"),
                "client.name", Members.text(notification.client(), "name"),
                "application.name", Members.text(notification.client(), "name"),
                "pause", "");
        ObjectBuilder event = ObjectBuilder.empty()
                .put("message_type", notification.type())
                .put("recipient", notification.recipient())
                .put("delivery_method", notification.method())
                .put("as_text", filled(Members.text(body, "text"), variables))
                .put("as_voice", filled(Members.text(body, "voice"), variables))
                .put("code", notification.code())
                .put("locale", "en");
        String from = Members.text(content, "from");
        return from.isEmpty() ? event.tree() : event.put("from", from).tree();
    }

    /** Fills the variables of a Liquid template in. Tags stay as they are: the sandbox has no Liquid engine. */
    static String filled(String template, Map<String, String> variables) {
        return VARIABLE.matcher(template).replaceAll(found -> Matcher.quoteReplacement(value(found, variables)));
    }

    private static String value(MatchResult found, Map<String, String> variables) {
        String value = variables.getOrDefault(found.group(1), "");
        boolean escaped = found.group(2) != null && found.group(2).contains("escape");
        return escaped ? escaped(value) : value;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static Tree client(Tree client) {
        return ObjectBuilder.empty()
                .put("client_id", Members.text(client, "client_id"))
                .put("name", Members.text(client, "name"))
                .put("metadata", Members.tree(client, "client_metadata"))
                .tree();
    }

    private static Tree connection(Tree connection) {
        return ObjectBuilder.empty()
                .put("id", Members.text(connection, "id"))
                .put("name", Members.text(connection, "name"))
                .put("strategy", Members.text(connection, "strategy"))
                .put("metadata", Members.tree(connection, "metadata"))
                .tree();
    }

    private static Tree request() {
        return ObjectBuilder.empty()
                .put("ip", "127.0.0.1")
                .put("method", "POST")
                .put("geoip", Tree.EMPTY)
                .put("hostname", "127.0.0.1")
                .tree();
    }

    /** What the user holds at the first sign-in is not known; the sandbox shows one without a name. */
    private static Tree user(Notification notification) {
        return ObjectBuilder.empty()
                .put("user_id", "sms|sandbox")
                .put("created_at", BEGIN)
                .put("updated_at", BEGIN)
                .put("email_verified", Value.of(false))
                .put("app_metadata", Tree.EMPTY)
                .put("user_metadata", Tree.EMPTY)
                .put("phone_number", notification.recipient())
                .tree();
    }
}

package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The text of one type of phone message. Source: Management API, "Get a phone notification template".
 *
 * @param id its id; empty for Auth0's default, which a write must create
 * @param type the type, such as {@code otp_verify}
 * @param disabled whether it is switched off
 * @param content {@code {"syntax", "body": {"text", "voice"}, "from"}}; {@code from} is absent if there is no sender
 */
public record PhoneTemplate(Optional<String> id, String type, boolean disabled, Tree content) {

    private static final String FROM = "from";

    /** Leaves out an empty sender, which Auth0 shows in its defaults and refuses in a write. */
    public PhoneTemplate {
        content = withoutEmptySender(content);
    }

    private static Tree withoutEmptySender(Tree content) {
        if (!Value.of("").equals(content.members().get(FROM))) {
            return content;
        }
        return without(FROM, content);
    }

    private static Tree without(String key, Tree content) {
        Map<String, Value> members = new LinkedHashMap<>(content.members());
        members.remove(key);
        return new Tree(members);
    }

    /** The template in a JSON value; empty if it has no type. */
    static Optional<PhoneTemplate> read(Value value) {
        Members members = Members.of(value);
        return members.text("type")
                .map(type -> new PhoneTemplate(
                        members.text("id"),
                        type,
                        members.flag("disabled").orElse(false),
                        members.object("content").orElse(Tree.EMPTY)));
    }

    /** The body of a POST. */
    Value creation() {
        Map<String, Value> body = new LinkedHashMap<>();
        body.put("type", Value.of(type));
        body.put("disabled", Value.of(disabled));
        body.put("content", content);
        return new Tree(body);
    }

    /** The body of a PATCH: the whole content, but for the syntax, which a PATCH may not name. */
    Value change() {
        Map<String, Value> body = new LinkedHashMap<>();
        body.put("disabled", Value.of(disabled));
        body.put("content", without("syntax", content));
        return new Tree(body);
    }
}

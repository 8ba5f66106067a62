package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The phone provider of a tenant. Auth0 never shows its credentials. Source: Management API, "Get a phone provider".
 *
 * @param id its id, which stays when the name changes
 * @param name {@code custom} or {@code twilio}
 * @param disabled whether it sends nothing
 * @param configuration its configuration, such as {@code {"delivery_methods": ["text"]}}
 */
public record PhoneProvider(String id, String name, boolean disabled, Tree configuration) {

    /** The provider whose messages an Action sends. */
    public static final String CUSTOM = "custom";

    /** The provider in a JSON value; empty if it has no id or no name. */
    static Optional<PhoneProvider> read(Value value) {
        Members members = Members.of(value);
        Optional<String> id = members.text("id");
        Optional<String> name = members.text("name");
        if (id.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PhoneProvider(
                id.get(),
                name.get(),
                members.flag("disabled").orElse(false),
                members.object("configuration").orElse(Tree.EMPTY)));
    }

    /** The body of a POST or a PATCH, with all four keys: a POST without credentials is refused. */
    static Value body(String name, boolean disabled, Tree configuration) {
        Map<String, Value> body = new LinkedHashMap<>();
        body.put("name", Value.of(name));
        body.put("disabled", Value.of(disabled));
        body.put("configuration", configuration);
        body.put("credentials", Tree.EMPTY);
        return new Tree(body);
    }
}

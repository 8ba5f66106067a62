package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Value;
import java.util.Optional;

/**
 * The binding of an Action to a trigger. Its {@code action} in Auth0's answer says nothing true about the Action's
 * deployment, so that only the id is read. Source: Management API, "Get trigger bindings".
 *
 * @param id its id, which is new after every change of the trigger's bindings
 * @param actionId the id of the Action
 * @param displayName the name that the dashboard shows; empty if Auth0 shows none
 */
public record Binding(String id, String actionId, String displayName) {

    /** The binding in a JSON value; empty if it has no id or no Action. */
    static Optional<Binding> read(Value value) {
        Members members = Members.of(value);
        return members.text("id")
                .flatMap(id -> members.object("action")
                        .flatMap(action -> new Members(action).text("id"))
                        .map(action -> new Binding(
                                id, action, members.text("display_name").orElse(""))));
    }
}

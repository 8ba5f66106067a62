package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
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
        Optional<String> id = members.text("id");
        Optional<String> action = new Members(members.object("action").orElse(Tree.EMPTY)).text("id");
        return id.isPresent() && action.isPresent()
                ? Optional.of(new Binding(
                        id.get(), action.get(), members.text("display_name").orElse("")))
                : Optional.empty();
    }
}

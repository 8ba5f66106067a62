package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A version of an Action, which a deployment made. It never changes, and holds its own secrets. Source: Management API,
 * "Get an action's versions".
 *
 * @param id its id
 * @param number its number, from 1; 0 if Auth0 shows none
 * @param code its code; empty if Auth0 shows none
 * @param runtime its runtime; empty if Auth0 shows none
 * @param dependencies its npm packages, an object with name and version each
 * @param secrets its secrets: name, and when it was last written as Auth0 shows it (empty if it does not)
 * @param deployed whether Auth0 runs this version; still false in the answer to the deployment
 */
public record ActionVersion(
        String id,
        int number,
        String code,
        String runtime,
        Value.Array dependencies,
        Map<String, String> secrets,
        boolean deployed) {

    public ActionVersion {
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    }

    /** The version in a JSON value; empty if it has no id. */
    static Optional<ActionVersion> read(Value value) {
        Members members = Members.of(value);
        Optional<String> id = members.text("id");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ActionVersion(
                id.get(),
                members.number("number").orElse(0),
                members.text("code").orElse(""),
                members.text("runtime").orElse(""),
                members.dependencies(),
                members.secrets(),
                members.flag("deployed").orElse(false)));
    }

    /** Names the version. It does not show the code, which can hold a secret. */
    @Override
    public String toString() {
        return "version " + number + " (" + id + ")";
    }
}

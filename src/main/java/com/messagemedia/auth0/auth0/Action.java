package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An Action: code that Auth0 runs. What it holds is the draft. Users get the deployed version alone. Source: Management
 * API, "Get an action".
 *
 * @param id its id
 * @param name its name
 * @param triggers the ids of its triggers
 * @param code the draft's code; empty if Auth0 shows none
 * @param runtime the draft's runtime, such as {@code node22}; empty if Auth0 shows none
 * @param dependencies the draft's npm packages, an object with name and version each
 * @param secrets the draft's secrets: name, and when it was last written as Auth0 shows it (empty if it does not)
 * @param status the state of the draft's build, in lower case: pending, building, packaged, built, retrying, failed
 * @param allChangesDeployed whether the deployed version is the same as the draft
 * @param deployed the deployed version; empty if there was never one
 * @param updatedAt when the Action was last changed, as Auth0 shows it; empty if it does not
 */
public record Action(
        String id,
        String name,
        List<String> triggers,
        String code,
        String runtime,
        Value.Array dependencies,
        Map<String, String> secrets,
        String status,
        boolean allChangesDeployed,
        Optional<ActionVersion> deployed,
        String updatedAt) {

    public Action {
        triggers = List.copyOf(triggers);
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    }

    /** Whether the draft is built, so that it can be deployed. */
    public boolean isBuilt() {
        return status.equals("built");
    }

    /** Whether Auth0 gave up building the draft. */
    public boolean hasFailed() {
        return status.equals("failed");
    }

    /** The Action in a JSON value; empty if it has no id or no name. */
    static Optional<Action> read(Value value) {
        Members members = Members.of(value);
        Optional<String> id = members.text("id");
        Optional<String> name = members.text("name");
        return id.isPresent() && name.isPresent() ? Optional.of(read(id.get(), name.get(), members)) : Optional.empty();
    }

    private static Action read(String id, String name, Members members) {
        Optional<ActionVersion> deployed =
                ActionVersion.read(members.object("deployed_version").orElse(Tree.EMPTY));
        return new Action(
                id,
                name,
                triggers(members),
                members.text("code").orElse(""),
                members.text("runtime").orElse(""),
                members.dependencies(),
                members.secrets(),
                members.text("status").orElse("").toLowerCase(Locale.ROOT),
                members.flag("all_changes_deployed").orElse(deployed.isPresent()),
                deployed,
                members.text("updated_at").orElse(""));
    }

    private static List<String> triggers(Members members) {
        List<String> triggers = new ArrayList<>();
        for (Value trigger : members.items("supported_triggers")) {
            Optional<String> id = Members.of(trigger).text("id");
            if (id.isPresent()) {
                triggers.add(id.get());
            }
        }
        return triggers;
    }

    /** Names the Action. It does not show the code, which can hold a secret. */
    @Override
    public String toString() {
        return "Action " + id + " (" + status + ")";
    }
}

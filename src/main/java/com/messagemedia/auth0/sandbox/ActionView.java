package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.StoredAction.ActionSecrets;
import java.util.List;

/** Actions and their versions in the form of Auth0's recorded replies. No reply holds a secret's value. */
final class ActionView {

    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String CODE = "code";
    private static final String STATUS = "status";
    private static final String NUMBER = "number";
    private static final String RUNTIME = "runtime";
    private static final String CREATED = "created_at";
    private static final String UPDATED = "updated_at";
    private static final String TRIGGERS = "supported_triggers";
    private static final String PACKAGES = "dependencies";
    private static final String DEPLOYED = "all_changes_deployed";

    private ActionView() {}

    /** An Action with its draft and, if it was ever deployed, its live version. */
    static Tree full(StoredAction action) {
        Tree stored = action.tree();
        ObjectBuilder view = copy(
                        ObjectBuilder.empty(), stored, List.of(ID, NAME, TRIGGERS, CREATED, UPDATED, CODE, PACKAGES))
                .put(RUNTIME, Members.text(stored, RUNTIME))
                .put(STATUS, Members.text(stored, STATUS))
                .put(StoredAction.SECRETS, ActionSecrets.shown(stored));
        action.live()
                .ifPresent(live -> view.put("current_version", current(live))
                        .put("deployed_version", deployed(action, live, true)));
        return view.put(DEPLOYED, Value.of(action.isAllDeployed())).tree();
    }

    /** An Action in a version or a binding. It always looks as if it were not deployed (seen in recorded replies). */
    static Tree brief(StoredAction action) {
        return copy(ObjectBuilder.empty(), action.tree(), List.of(ID, NAME, TRIGGERS, CREATED, UPDATED))
                .put(DEPLOYED, Value.of(false))
                .tree();
    }

    private static Tree current(Tree version) {
        return copy(ObjectBuilder.empty(), version, List.of(ID, CODE, RUNTIME))
                .put(STATUS, "BUILT")
                .put(NUMBER, number(version))
                .put("build_time", Members.text(version, "built_at"))
                .put(CREATED, Members.text(version, CREATED))
                .put(UPDATED, Members.text(version, UPDATED))
                .tree();
    }

    private static Tree deployed(StoredAction action, Tree version, boolean live) {
        return copy(ObjectBuilder.empty(), version, List.of(CODE, PACKAGES, ID))
                .put("deployed", Value.of(live))
                .put(NUMBER, number(version))
                .put("built_at", Members.text(version, "built_at"))
                .put(StoredAction.SECRETS, ActionSecrets.shown(version))
                .put(STATUS, "built")
                .put(CREATED, Members.text(version, CREATED))
                .put(UPDATED, Members.text(version, UPDATED))
                .put(RUNTIME, Members.text(version, RUNTIME))
                .put(TRIGGERS, action.triggers())
                .tree();
    }

    /** A version in the list of versions. */
    static Tree version(StoredAction action, Tree version) {
        boolean live = action.live().filter(version::equals).isPresent();
        return ObjectBuilder.of(deployed(action, version, live))
                .put("action", brief(action))
                .tree();
    }

    /** The reply to a deploy: the new version, which is not called deployed yet (seen in recorded replies). */
    static Tree fresh(StoredAction action) {
        Tree version = action.live().orElseThrow();
        return ObjectBuilder.of(deployed(action, version, false))
                .remove("built_at")
                .put("action", brief(action))
                .tree();
    }

    private static Value number(Tree version) {
        return version.members().getOrDefault(NUMBER, Value.of(0));
    }

    private static ObjectBuilder copy(ObjectBuilder to, Tree from, List<String> keys) {
        keys.forEach(key -> {
            Value value = from.members().get(key);
            if (value != null) {
                to.put(key, value);
            }
        });
        return to;
    }
}

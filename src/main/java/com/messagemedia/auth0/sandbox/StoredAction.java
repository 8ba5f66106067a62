package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Numeral;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An Action as the tenant keeps it. The draft is at the top level. {@code versions} holds what was deployed, the newest
 * last; {@code deployed_id} names the live one. A build takes as many looks as {@code looks} says, so that it needs no
 * clock. After a deploy, {@code settling} is true until the next look.
 */
record StoredAction(Tree tree) {

    static final String SECRETS = "secrets";
    private static final String STATUS = "status";
    private static final String BUILT = "built";
    private static final String LOOKS = "looks";
    private static final String SETTLING = "settling";
    private static final String VERSIONS = "versions";
    private static final String DEPLOYED = "deployed_id";
    /** What a version takes from the draft. */
    private static final List<String> CONTENT = List.of("code", "dependencies", "runtime", SECRETS);

    private static final Value FAILURE = Value.of("failed");
    private static final Array NOTHING = new Array(List.of());

    /** The Action that a POST creates. Without code and runtime it gets Auth0's. */
    static StoredAction created(Tree body, TenantDraft draft) {
        String now = draft.nanos();
        Tree tree = ObjectBuilder.empty()
                .put("id", draft.uuid())
                .put("name", Members.text(body, "name"))
                .put("supported_triggers", Members.array(body, "supported_triggers"))
                .put("created_at", now)
                .put("updated_at", now)
                .put("code", body.members().getOrDefault("code", Value.of("module.exports = () => {}")))
                .put("dependencies", dependencies(Members.array(body, "dependencies")))
                .put("runtime", body.members().getOrDefault("runtime", Value.of("node22")))
                .put(STATUS, "pending")
                .put(LOOKS, Value.of(1))
                .put(SECRETS, ActionSecrets.replaced(NOTHING, Members.array(body, SECRETS), now))
                .put(VERSIONS, NOTHING)
                .tree();
        return new StoredAction(tree);
    }

    /** Auth0 drops the registry of a package (seen in its recorded replies). */
    private static Array dependencies(Array sent) {
        return new Array(Members.trees(sent).stream()
                .<Value>map(package_ ->
                        ObjectBuilder.of(package_).remove("registry_url").tree())
                .toList());
    }

    String id() {
        return Members.text(tree, "id");
    }

    String name() {
        return Members.text(tree, "name");
    }

    Array triggers() {
        return Members.array(tree, "supported_triggers");
    }

    boolean serves(String trigger) {
        return Members.trees(triggers()).stream()
                .anyMatch(candidate -> Members.text(candidate, "id").equals(trigger));
    }

    boolean isBuilt() {
        return Members.text(tree, STATUS).equals(BUILT);
    }

    boolean isSettling() {
        return Members.isTrue(tree, SETTLING);
    }

    /** All versions, the newest last. */
    List<Tree> versions() {
        return Members.trees(tree, VERSIONS);
    }

    /** The live version; empty if the Action was never deployed. */
    Optional<Tree> live() {
        return version(Members.text(tree, DEPLOYED));
    }

    Optional<Tree> version(String id) {
        return versions().stream()
                .filter(version -> Members.text(version, "id").equals(id))
                .findFirst();
    }

    /** Whether the live version has the draft's content. */
    boolean isAllDeployed() {
        return live().filter(version -> content(version).equals(content(tree))).isPresent();
    }

    private static Tree content(Tree from) {
        ObjectBuilder content = ObjectBuilder.empty();
        CONTENT.forEach(key -> content.put(key, from.members().getOrDefault(key, NOTHING)));
        return content.tree();
    }

    /** The Action after a PATCH: the draft alone changes, and is built again, even if it stays the same. */
    StoredAction patched(Tree body, TenantDraft draft) {
        String now = draft.nanos();
        ObjectBuilder patched = ObjectBuilder.of(tree);
        body.members().forEach((key, value) -> {
            switch (key) {
                case SECRETS ->
                    patched.put(key, ActionSecrets.replaced(Members.array(tree, key), Members.array(body, key), now));
                case "dependencies" -> patched.put(key, dependencies(Members.array(body, key)));
                case "modules" -> {}
                default -> patched.put(key, value);
            }
        });
        return new StoredAction(patched.put("updated_at", now)
                .put(STATUS, "pending")
                .put(LOOKS, Value.of(1))
                .tree());
    }

    /** The Action after somebody has looked at it: its build and its deployment go on. */
    StoredAction looked(boolean fails) {
        ObjectBuilder looked = ObjectBuilder.of(tree).remove(SETTLING);
        if (Members.text(tree, STATUS).equals("pending")) {
            boolean done = !Numeral.of(1).equals(tree.members().get(LOOKS));
            looked.put(LOOKS, Value.of(0));
            if (done) {
                looked.put(STATUS, fails ? FAILURE : Value.of(BUILT));
            }
        }
        return new StoredAction(looked.tree());
    }

    StoredAction built() {
        return new StoredAction(ObjectBuilder.of(tree).put(STATUS, BUILT).tree());
    }

    StoredAction settled() {
        return new StoredAction(ObjectBuilder.of(tree).remove(SETTLING).tree());
    }

    /** The Action with its draft as a new live version. */
    StoredAction deployed(TenantDraft draft) {
        return withVersion(tree, draft);
    }

    /** The Action with an old version's content and secrets as a new live version; its draft stays. */
    StoredAction redeployed(Tree version, TenantDraft draft) {
        return withVersion(version, draft);
    }

    /** The Action with an old version's content and secrets as its draft, ready to deploy. */
    StoredAction withDraft(Tree version) {
        return new StoredAction(ObjectBuilder.of(tree).putAll(content(version)).tree()).built();
    }

    private StoredAction withVersion(Tree from, TenantDraft draft) {
        String now = draft.nanos();
        Tree version = ObjectBuilder.of(content(from))
                .put("id", draft.uuid())
                .put("number", Value.of(versions().size() + 1L))
                .put("built_at", now)
                .put("created_at", now)
                .put("updated_at", now)
                .tree();
        List<Value> all = new ArrayList<>(versions());
        all.add(version);
        return new StoredAction(ObjectBuilder.of(tree)
                .put(VERSIONS, new Array(all))
                .put(DEPLOYED, Members.text(version, "id"))
                .put(SETTLING, Value.of(true))
                .tree());
    }

    /** The secrets of an Action: name, value, and when it was set. */
    static final class ActionSecrets {

        private static final String NAME = "name";

        private ActionSecrets() {}

        /**
         * The secrets after a write that has a list of them. Those that it lacks are gone. All others get this time,
         * changed or not. Names that were there keep their position. Nobody knows whether a name without a value keeps
         * its value; the sandbox assumes the worst, so that a client notices it.
         */
        static Array replaced(Array before, Array sent, String now) {
            List<String> order = new ArrayList<>(names(before));
            order.retainAll(names(sent));
            names(sent).stream().filter(name -> !order.contains(name)).forEach(order::add);
            return new Array(
                    order.stream().<Value>map(name -> secret(name, sent, now)).toList());
        }

        private static List<String> names(Array secrets) {
            return Members.trees(secrets).stream()
                    .map(secret -> Members.text(secret, NAME))
                    .toList();
        }

        private static Tree secret(String name, Array sent, String now) {
            Tree last = Members.trees(sent).stream()
                    .filter(secret -> Members.text(secret, NAME).equals(name))
                    .reduce(Tree.EMPTY, (earlier, later) -> later);
            return ObjectBuilder.empty()
                    .put(NAME, name)
                    .put("value", Members.text(last, "value"))
                    .put("updated_at", now)
                    .tree();
        }

        /** The secrets as a reply shows them: without their values. */
        static Array shown(Tree from) {
            return new Array(Members.trees(from, SECRETS).stream()
                    .<Value>map(
                            secret -> ObjectBuilder.of(secret).remove("value").tree())
                    .toList());
        }
    }
}

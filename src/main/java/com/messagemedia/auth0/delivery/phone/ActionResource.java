package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.auth0.Action;
import com.messagemedia.auth0.auth0.ActionChange;
import com.messagemedia.auth0.auth0.ActionVersion;
import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.delivery.Resource;
import com.messagemedia.auth0.delivery.ResourceRefusal;
import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.AppliedRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tenant's Action that sends phone messages, as its deployed version. There can be one only, so it is found by its
 * trigger. An Action that was never deployed sends nothing, so it counts as absent.
 */
final class ActionResource implements Resource {

    private final ActionPlan plan;
    private final BuildWait wait;
    private Optional<Action> seen = Optional.empty();
    private Optional<Earlier> earlier = Optional.empty();
    private ActionView view;

    ActionResource(ActionPlan plan, BuildWait wait) {
        this.plan = plan;
        this.wait = wait;
        this.view = ActionView.unknown(plan);
    }

    /** Returns the id of the Action that was last read or written. */
    Optional<String> id() {
        return seen.isPresent() ? Optional.of(seen.get().id()) : Optional.empty();
    }

    @Override
    public String name() {
        return PhonePaths.ACTION;
    }

    @Override
    public List<String> scopesToRead() {
        return List.of("read:actions");
    }

    @Override
    public List<String> scopesToWrite(Options before, Options after) {
        // Source: OpenAPI description: a deployment needs the scope of a creation.
        return seen.isPresent() ? List.of("create:actions", "update:actions") : List.of("create:actions");
    }

    @Override
    public Options read(ManagementClient client) {
        seen = only(client);
        return tree();
    }

    /** Reads the tenant's Action; empty if there is none. Several are refused with a {@link Fault}. */
    static Optional<Action> only(ManagementClient client) {
        List<Action> actions = client.actions().ofTrigger(ActionDeployment.TRIGGER);
        if (actions.size() > 1) {
            throw several(actions);
        }
        return actions.isEmpty() ? Optional.empty() : Optional.of(actions.get(0));
    }

    private Options tree() {
        return seen.isPresent() ? view.of(seen.get()) : Options.EMPTY;
    }

    private Optional<ActionVersion> deployed() {
        return seen.isPresent() ? seen.get().deployed() : Optional.empty();
    }

    @Override
    public Options knowing(Options read, AppliedRecord record, Connection connection) {
        view = view.knowing(record, connection);
        Optional<ActionVersion> deployed = deployed();
        if (deployed.isPresent()) {
            view.requireNotNewer(deployed.get().code());
        }
        return tree();
    }

    @Override
    public Base base(Base recorded) {
        return view.base(recorded, seen);
    }

    @Override
    public Map<FieldPath, Value> remembered() {
        Map<FieldPath, Value> times = new TreeMap<>();
        Optional<ActionVersion> deployed = deployed();
        Map<String, String> secrets = deployed.isPresent() ? deployed.get().secrets() : Map.of();
        for (Map.Entry<String, String> secret : secrets.entrySet()) {
            FieldPath path = PhonePaths.SECRETS.child(secret.getKey());
            if (plan.secrets().containsKey(path)) {
                times.put(PhonePaths.updatedAt(path), Value.of(secret.getValue()));
            }
        }
        return times;
    }

    @Override
    public Optional<String> version() {
        Optional<ActionVersion> deployed = deployed();
        return deployed.isPresent() ? Optional.of(deployed.get().id()) : Optional.empty();
    }

    @Override
    public Optional<Options> version(ManagementClient client, String id) {
        return seen.stream()
                .flatMap(action -> client.actions().versions(action.id()).stream())
                .filter(version -> version.id().equals(id))
                .map(view::of)
                .findFirst();
    }

    @Override
    public void restoring(String id, Options holds) {
        earlier = Optional.of(new Earlier(id, holds));
    }

    @Override
    public Map<FieldPath, String> leftByRollback(Options now, Options then) {
        return then.get(ActionView.CODE).isPresent() || now.get(ActionView.CODE).isEmpty()
                ? Map.of()
                : Map.of(FieldPath.of(PhonePaths.ACTION), PhonePaths.NOTHING_BEFORE);
    }

    @Override
    public void check(Options before, Options after) {
        if (earlier.isPresent()) {
            requireWhole(after, earlier.get());
            return;
        }
        if (after.isEmpty() || after.get(ActionView.CODE).isEmpty()) {
            throw new ResourceRefusal(
                    "The descriptor removes the Action or its code, and without them no phone message is sent."
                            + " Nothing was written.",
                    "Take the path out of \"remove\". To stop using the Action, switch the phone provider off in the"
                            + " Auth0 dashboard under Branding > Phone Provider.");
        }
        if (after.get(ActionView.DRAFT).isPresent()) {
            throw draftInTheWay();
        }
        if (travel(before, after)) {
            requireAllKnown(secrets(after));
        }
    }

    /** A version goes back whole: its code, packages and secrets belong together. */
    private static void requireWhole(Options after, Earlier version) {
        if (!after.equals(version.tree())) {
            throw new ResourceRefusal(
                    "The Action holds what its version before that apply does not hold, and Auth0 restores a version whole:"
                            + " it would be lost. Nothing was written.",
                    "Look at the Action in the Auth0 dashboard under Actions > Library: it has other secrets than the"
                            + " plugin's, or an edit that is not deployed.");
        }
    }

    /** Refuses to send secrets as long as the value of one of them is unknown. */
    private void requireAllKnown(Map<String, Value> secrets) {
        List<String> unknown = secrets.entrySet().stream()
                .filter(secret ->
                        !secret.getValue().equals(plan.secrets().get(PhonePaths.SECRETS.child(secret.getKey()))))
                .map(secret -> "action.secrets." + secret.getKey())
                .toList();
        if (!unknown.isEmpty()) {
            throw new ResourceRefusal(
                    "The plan changes a secret of the Action, but the plugin does not know the value of "
                            + NameList.of(unknown)
                            + ". Auth0 replaces all secrets of an Action at once, so it would be lost. Nothing was written.",
                    "If nobody needs it, list it under \"remove\"; if it is one of MessageMedia's, overwrite it with"
                            + " \"onConflict: {" + unknown.get(0) + ": overwrite}\".");
        }
    }

    /** Whether secrets must be sent: one of them changes, or a draft that is not deployed may hold other ones. */
    private boolean travel(Options before, Options after) {
        return before.get(ActionView.DRAFT).isPresent()
                || (seen.isPresent() && view.isUnfinished(seen.get()))
                || !secrets(before).equals(secrets(after));
    }

    @Override
    public Optional<String> unfinished() {
        return seen.isPresent() && view.isUnfinished(seen.get())
                ? Optional.of(ActionDeployment.unchanged(seen.get()))
                : Optional.empty();
    }

    private static Map<String, Value> secrets(Options tree) {
        return tree.get(ActionView.SECRETS).orElse(Tree.EMPTY) instanceof Tree secrets ? secrets.members() : Map.of();
    }

    @Override
    public Options write(ManagementClient client, Options before, Options after) {
        ActionDeployment deployment = new ActionDeployment(client.actions(), wait);
        if (earlier.isPresent() && seen.isPresent()) {
            seen = Optional.of(deployment.redeploy(seen.get(), earlier.get().id()));
            earlier = Optional.empty();
            return tree();
        }
        String body = text(after, ActionView.CODE);
        ActionHeader header = view.header(body, secrets(after));
        view = view.writing(header);
        String code = header.above(body);
        ActionChange change = ActionChange.NONE
                .withCode(code)
                .withRuntime(text(after, ActionView.RUNTIME))
                .withDependencies(
                        after.get(ActionView.DEPENDENCIES).orElse(new Value.Array(List.of()))
                                        instanceof Value.Array packages
                                ? packages
                                : new Value.Array(List.of()));
        if (seen.isEmpty()) {
            change = change.withName(plan.name());
        }
        if (seen.isEmpty() || travel(before, after)) {
            change = change.withSecrets(revealed(after));
        }
        Action draft = deployment.draft(seen, change, code);
        seen = Optional.of(draft);
        seen = Optional.of(deployment.deployed(draft));
        return tree();
    }

    private static Map<String, Secret> revealed(Options after) {
        Map<String, Secret> values = new LinkedHashMap<>();
        secrets(after).forEach((key, value) -> {
            if (value instanceof Value.Text text) {
                values.put(key, new Secret(text.text()));
            }
        });
        return values;
    }

    private static String text(Options tree, FieldPath key) {
        return tree.get(key).orElse(Value.of("")) instanceof Value.Text text ? text.text() : "";
    }

    private static Fault several(List<Action> actions) {
        return new Fault(
                "The tenant has " + actions.size() + " Actions for phone messages: "
                        + NameList.of(actions.stream().map(Action::name).toList())
                        + ". Auth0 runs one of them and does not say which. Nothing was written.",
                "Delete all but one in the Auth0 dashboard under Actions > Library.",
                Outcome.REFUSED);
    }

    private static Fault draftInTheWay() {
        return new ResourceRefusal(
                "Somebody has edited the Action and not deployed the edit. An apply would overwrite it. Nothing was"
                        + " written.",
                "Deploy or discard the edit in the Auth0 dashboard, or overwrite it with"
                        + " \"onConflict: {action.draft: overwrite}\".");
    }

    /** A version of the Action that a rollback restores, and what it holds. */
    private record Earlier(String id, Options tree) {}

    /**
     * What the descriptor says about the Action.
     *
     * @param owner the descriptor's owner
     * @param name the name for a new Action; an existing one keeps its own
     * @param revision the revision of the plugin's code
     * @param secrets the value of each secret, by its path
     */
    record ActionPlan(String owner, String name, int revision, Map<FieldPath, Value> secrets) {

        ActionPlan {
            secrets = Map.copyOf(secrets);
        }

        /** Leaves the secrets out. */
        @Override
        public String toString() {
            return name + " of " + owner;
        }
    }
}

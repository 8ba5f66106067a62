package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Actions of a tenant, their versions and bindings. Reads are retried by the client. A write is sent once, and its
 * caller reads again before it repeats it, because a repeat can undo another program's change. Every method throws
 * {@link ManagementException} if its request fails. Several threads may read at the same time.
 */
public final class ActionsClient {

    /** The most Actions that Auth0 returns in one page. */
    private static final int ACTIONS = 100;
    /** The most versions that Auth0 keeps of an Action, and more bindings than a trigger can have. */
    private static final int OTHERS = 50;

    private final TenantLink link;
    private final ActionsApi api;
    private final ActionOperations operations;

    ActionsClient(TenantLink link, ActionsApi api) {
        this.link = link;
        this.api = api;
        this.operations = new ActionOperations(link.tenant());
    }

    /** All Actions of a trigger such as {@code custom-phone-provider}, in Auth0's order. */
    public List<Action> ofTrigger(String triggerId) {
        Operation operation = operations.listing(checked(triggerId, "trigger"));
        return new NumberedPages(link, operation, "actions", ACTIONS)
                .all((bearer, page) -> api.actions(bearer, triggerId, ACTIONS, page)).stream()
                        .map(item -> action(item, operation))
                        .toList();
    }

    /** The Action with this id. */
    public Action read(String id) {
        Operation operation = operations.reading(checked(id, "Action"));
        return same(id, link.read(bearer -> api.action(bearer, id), operation), operation);
    }

    /**
     * Creates an Action. Its draft is not built yet, and nobody gets it before {@link #deploy}. A trigger such as
     * {@code custom-phone-provider} can have one Action: a second one fails with {@link
     * ManagementException.Kind#ACTION_EXISTS}.
     */
    public Action create(String triggerId, ActionChange change) {
        change.conceal(link.executor().secrets());
        Operation operation = operations.creating(checked(triggerId, "trigger"));
        return action(link.write(bearer -> api.create(bearer, change.body(triggerId)), operation), operation);
    }

    /** Changes the draft of an Action, which Auth0 then builds. Users still get the deployed version. */
    public Action update(String id, ActionChange change) {
        change.conceal(link.executor().secrets());
        Operation operation = operations.updating(checked(id, "Action"));
        return same(id, link.write(bearer -> api.update(bearer, id, change.body()), operation), operation);
    }

    /**
     * Makes a version of the draft, which Auth0 then deploys. The answer has the version's id and number, and does not
     * say yet that it is deployed: read the Action until it does. Before the draft is built, this fails with {@link
     * ManagementException.Kind#ACTION_NOT_BUILT}.
     */
    public ActionVersion deploy(String id) {
        Operation operation = operations.deploying(checked(id, "Action"));
        return version(link.write(bearer -> api.deploy(bearer, id), operation), operation);
    }

    /** The versions that Auth0 keeps of an Action, in Auth0's order. */
    public List<ActionVersion> versions(String id) {
        Operation operation = operations.readingVersions(checked(id, "Action"));
        return new NumberedPages(link, operation, "versions", OTHERS)
                .all((bearer, page) -> api.versions(bearer, id, OTHERS, page)).stream()
                        .map(item -> version(item, operation))
                        .toList();
    }

    /**
     * Makes a new version with the code and the secrets of an earlier one, which Auth0 then deploys. This is the only
     * way to bring back secrets that nobody knows.
     *
     * @param updateDraft whether the draft becomes the same
     */
    public ActionVersion deployVersion(String id, String versionId, boolean updateDraft) {
        Operation operation = operations.deployingVersion(checked(id, "Action"), checked(versionId, "version"));
        Tree choice = new Tree(Map.of("update_draft", Value.of(updateDraft)));
        return version(link.write(bearer -> api.deployVersion(bearer, id, versionId, choice), operation), operation);
    }

    /** The bindings of a trigger, in the order in which Auth0 runs their Actions. */
    public List<Binding> bindings(String triggerId) {
        Operation operation = operations.readingBindings(checked(triggerId, "trigger"));
        return new NumberedPages(link, operation, "bindings", OTHERS)
                .all((bearer, page) -> api.bindings(bearer, triggerId, OTHERS, page)).stream()
                        .map(item -> binding(item, operation))
                        .toList();
    }

    /**
     * Makes this Action the only one that is bound to a trigger, and returns the trigger's bindings. Shortly after a
     * deployment this can fail with {@link ManagementException.Kind#ACTION_NOT_DEPLOYED}.
     *
     * @param displayName the name of the binding in the dashboard
     */
    public List<Binding> bind(String triggerId, String actionId, String displayName) {
        Operation operation = operations.binding(checked(actionId, "Action"), checked(triggerId, "trigger"));
        Value answer = link.write(bearer -> api.bind(bearer, triggerId, only(actionId, displayName)), operation);
        if (!(answer instanceof Tree tree && tree.members().get("bindings") instanceof Value.Array items)) {
            throw link.unexpected(answer, "a list of bindings", operation);
        }
        return items.items().stream().map(item -> binding(item, operation)).toList();
    }

    private static Value only(String actionId, String displayName) {
        Map<String, Value> reference = new LinkedHashMap<>();
        reference.put("type", Value.of("action_id"));
        reference.put("value", Value.of(actionId));
        Map<String, Value> binding = new LinkedHashMap<>();
        binding.put("ref", new Tree(reference));
        binding.put("display_name", Value.of(displayName));
        return new Tree(Map.of("bindings", new Value.Array(List.of(new Tree(binding)))));
    }

    private Action same(String id, Value answer, Operation operation) {
        Action action = action(answer, operation);
        if (!action.id().equals(id)) {
            throw link.executor().unreadable(operation, "it describes another Action");
        }
        return action;
    }

    private Action action(Value answer, Operation operation) {
        return Action.read(answer).orElseThrow(() -> link.unexpected(answer, "an Action with id and name", operation));
    }

    private ActionVersion version(Value answer, Operation operation) {
        return ActionVersion.read(answer).orElseThrow(() -> link.unexpected(answer, "a version with an id", operation));
    }

    private Binding binding(Value answer, Operation operation) {
        return Binding.read(answer)
                .orElseThrow(() -> link.unexpected(answer, "a binding with an id and an Action", operation));
    }

    /** Refuses an id that would change the address of a request. */
    static String checked(String id, String thing) {
        if (!id.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new Fault(
                    "The id of the " + thing + " contains a character that no id has, or is empty or too long.",
                    "Run the plan goal: it reads the id from Auth0 again.");
        }
        return id;
    }
}

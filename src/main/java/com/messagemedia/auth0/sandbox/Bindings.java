package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.ActionsEndpoint.OffsetPage;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.PropertyValidators.Check;
import com.messagemedia.auth0.sandbox.Tokens.Grant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The triggers, and which Actions are bound to them. An Action can be bound only after a deploy. */
final class Bindings {

    /** The trigger that sends phone messages. */
    static final String PHONE_TRIGGER = "custom-phone-provider";

    private static final String TRIGGER_ID = "trigger_id";
    private static final String ACTION_ID = "action_id";
    private static final Check REF = (property, value) -> {
        Tree ref = PropertyValidators.object(property, value);
        PropertyValidators.require(property, ref, Set.of("type", "value"));
        PropertyValidators.each(
                property,
                ref,
                Map.of(
                        "type",
                        PropertyValidators.oneOf(Set.of("binding_id", ACTION_ID, "action_name")),
                        "value",
                        PropertyValidators::text));
    };
    private static final Check BODY = PropertyValidators.closed(
            Map.of(
                    "bindings",
                    PropertyValidators.items(
                            0,
                            Integer.MAX_VALUE,
                            PropertyValidators.closed(
                                    Map.of(
                                            "ref",
                                            REF,
                                            "display_name",
                                            PropertyValidators::text,
                                            "secrets",
                                            PropertyValidators.items(0, Integer.MAX_VALUE, PropertyValidators::object)),
                                    Set.of("ref")))),
            Set.of());

    private final Tenant tenant;

    Bindings(Tenant tenant) {
        this.tenant = tenant;
    }

    /** The triggers that the sandbox knows in full. */
    Reply triggers(ApiRequest request, Grant grant) {
        List<Value> triggers = Stream.of("post-login", PHONE_TRIGGER)
                .<Value>map(Bindings::trigger)
                .toList();
        return Reply.json(
                200, ObjectBuilder.empty().put("triggers", new Array(triggers)).tree());
    }

    private static Tree trigger(String id) {
        return ObjectBuilder.empty()
                .put("id", id)
                .put("version", id.equals(PHONE_TRIGGER) ? "v1" : "v3")
                .put("status", "CURRENT")
                .put("runtimes", new Array(List.of(Value.of("node18-actions"), Value.of("node22"))))
                .put("default_runtime", "node22")
                .put("binding_policy", "trigger-bound")
                .put("compatible_triggers", new Array(List.of()))
                .tree();
    }

    Reply list(ApiRequest request, Grant grant) {
        request.query().allowOnly(Set.of("page", "per_page"));
        OffsetPage page = OffsetPage.of(request.query());
        String trigger = known(request.id());
        TenantState state = tenant.state();
        return Reply.json(
                200,
                page.answer(
                        "bindings",
                        state.items(TenantPart.BINDINGS).stream()
                                .filter(binding ->
                                        Members.text(binding, TRIGGER_ID).equals(trigger))
                                .map(binding -> view(binding, state.items(TenantPart.ACTIONS)))
                                .toList()));
    }

    private static String known(String trigger) {
        if (!ActionBody.TRIGGERS.contains(trigger)) {
            throw ApiError.of(404, "The trigger does not exist");
        }
        return trigger;
    }

    private static Tree view(Tree binding, List<Tree> actions) {
        ObjectBuilder view = ObjectBuilder.empty()
                .put("id", Members.text(binding, "id"))
                .put(TRIGGER_ID, Members.text(binding, TRIGGER_ID));
        actions.stream()
                .map(StoredAction::new)
                .filter(action -> isOf(binding, action))
                .forEach(action -> view.put("action", ActionView.brief(action)));
        return view.putAll(ObjectBuilder.of(binding)
                        .remove("id")
                        .remove(TRIGGER_ID)
                        .remove(ACTION_ID)
                        .tree())
                .tree();
    }

    /** Replaces the bindings of a trigger. All of them get new ids. */
    Reply update(ApiRequest request, Grant grant) {
        Tree body = PropertyValidators.object("", request.json());
        BODY.check("", body);
        String trigger = known(request.id());
        return tenant.write(draft -> {
            List<Tree> bound = Members.trees(body, "bindings").stream()
                    .map(asked -> bound(asked, trigger, draft))
                    .toList();
            draft.put(
                    TenantPart.BINDINGS,
                    Stream.concat(
                                    draft.items(TenantPart.BINDINGS).stream()
                                            .filter(binding -> !Members.text(binding, TRIGGER_ID)
                                                    .equals(trigger)),
                                    bound.stream())
                            .toList());
            List<Value> shown = bound.stream()
                    .<Value>map(binding -> view(binding, draft.items(TenantPart.ACTIONS)))
                    .toList();
            return Reply.json(
                    200, ObjectBuilder.empty().put("bindings", new Array(shown)).tree());
        });
    }

    private static Tree bound(Tree asked, String trigger, TenantDraft draft) {
        Tree ref = Members.tree(asked, "ref");
        StoredAction action = draft.items(TenantPart.ACTIONS).stream()
                .map(StoredAction::new)
                .filter(candidate -> names(ref, candidate, draft))
                .findFirst()
                .orElseThrow(ApiError::noSuchAction);
        if (!action.serves(trigger)) {
            throw ApiError.of(400, "The action does not support the trigger.");
        }
        if (action.live().isEmpty() || action.isSettling()) {
            throw ApiError.of(400, "Trying to create a binding for an action that has not been deployed yet");
        }
        String name = Members.text(asked, "display_name");
        return binding(action, name.isEmpty() ? action.name() : name, draft);
    }

    private static boolean names(Tree ref, StoredAction action, TenantDraft draft) {
        String value = Members.text(ref, "value");
        return switch (Members.text(ref, "type")) {
            case ACTION_ID -> action.id().equals(value);
            case "action_name" -> action.name().equals(value);
            default ->
                draft.find(TenantPart.BINDINGS, value)
                        .filter(binding -> isOf(binding, action))
                        .isPresent();
        };
    }

    /** A new binding of an Action to its trigger. */
    static Tree binding(StoredAction action, String name, TenantDraft draft) {
        String now = draft.nanos();
        String trigger = Members.trees(action.triggers()).stream()
                .findFirst()
                .map(first -> Members.text(first, "id"))
                .orElse("");
        return ObjectBuilder.empty()
                .put("id", draft.uuid())
                .put(TRIGGER_ID, trigger)
                .put(ACTION_ID, action.id())
                .put("display_name", name)
                .put("created_at", now)
                .put("updated_at", now)
                .tree();
    }

    /** Whether a binding is of this Action. */
    static boolean isOf(Tree binding, StoredAction action) {
        return Members.text(binding, ACTION_ID).equals(action.id());
    }

    /** The live version of the Action that is bound to the phone trigger; empty if there is none. */
    static Optional<Tree> live(TenantState state) {
        return state.items(TenantPart.ACTIONS).stream()
                .map(StoredAction::new)
                .filter(action -> state.items(TenantPart.BINDINGS).stream()
                        .anyMatch(binding ->
                                Members.text(binding, TRIGGER_ID).equals(PHONE_TRIGGER) && isOf(binding, action)))
                .findFirst()
                .flatMap(StoredAction::live);
    }
}

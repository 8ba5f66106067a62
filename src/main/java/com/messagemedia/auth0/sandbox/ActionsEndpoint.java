package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.Tokens.Grant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Lists, reads, creates, changes and deletes Actions. A write changes the draft alone. */
final class ActionsEndpoint {

    private static final Set<String> FILTERS =
            Set.of("triggerId", "actionName", "deployed", "installed", "page", "per_page");
    private static final String CARDINALITY = "custom-phone-provider can only have one supported Action";
    private static final String ONE_ONLY = "actions_cardinality_custom_phone_provider_not_allowed";

    private final Tenant tenant;
    private final BooleanSupplier buildsFail;

    ActionsEndpoint(Tenant tenant, BooleanSupplier buildsFail) {
        this.tenant = tenant;
        this.buildsFail = buildsFail;
    }

    Reply list(ApiRequest request, Grant grant) {
        Query query = request.query();
        query.allowOnly(FILTERS);
        OffsetPage page = OffsetPage.of(query);
        List<Tree> found = looked().stream()
                .filter(action -> query.single("triggerId").map(action::serves).orElse(true))
                .filter(action ->
                        query.single("actionName").map(action.name()::equals).orElse(true))
                .filter(action -> !query.has("deployed")
                        || query.flag("deployed", false) == action.live().isPresent())
                .map(ActionView::full)
                .toList();
        return Reply.json(200, page.answer("actions", found));
    }

    private List<StoredAction> looked() {
        return tenant.write(draft -> {
            List<StoredAction> actions = draft.items(TenantPart.ACTIONS).stream()
                    .map(action -> new StoredAction(action).looked(buildsFail.getAsBoolean()))
                    .toList();
            draft.put(
                    TenantPart.ACTIONS, actions.stream().map(StoredAction::tree).toList());
            return actions;
        });
    }

    Reply read(ApiRequest request, Grant grant) {
        return tenant.write(draft -> {
            StoredAction action = find(draft, request).looked(buildsFail.getAsBoolean());
            draft.replace(TenantPart.ACTIONS, action.tree());
            return Reply.json(200, ActionView.full(action));
        });
    }

    /** The Action that a path names. */
    static StoredAction find(TenantDraft draft, ApiRequest request) {
        return draft.find(TenantPart.ACTIONS, request.id())
                .map(StoredAction::new)
                .orElseThrow(ApiError::noSuchAction);
    }

    Reply create(ApiRequest request, Grant grant) {
        Tree body = ActionBody.post(request.json());
        return tenant.write(draft -> {
            refuseSecond(draft, body);
            refuseTaken(draft, "", Members.text(body, "name"));
            StoredAction action = StoredAction.created(body, draft);
            if (Members.isTrue(body, "deploy")) {
                action = action.deployed(draft);
            }
            draft.add(TenantPart.ACTIONS, action.tree());
            return Reply.json(201, ActionView.full(action));
        });
    }

    private static void refuseSecond(TenantDraft draft, Tree body) {
        boolean first = draft.items(TenantPart.ACTIONS).stream()
                .noneMatch(action -> new StoredAction(action).serves(Bindings.PHONE_TRIGGER));
        if (!first && names(body).contains(Bindings.PHONE_TRIGGER)) {
            throw ApiError.of(403, CARDINALITY, ONE_ONLY);
        }
    }

    private static List<String> names(Tree body) {
        return Members.trees(ActionBody.triggers(body)).stream()
                .map(trigger -> Members.text(trigger, "id"))
                .toList();
    }

    /** No source shows this answer; a name that two Actions have would make a binding by name ambiguous. */
    private static void refuseTaken(TenantDraft draft, String own, String name) {
        boolean taken = draft.items(TenantPart.ACTIONS).stream()
                .map(StoredAction::new)
                .anyMatch(action -> action.name().equals(name) && !action.id().equals(own));
        if (taken) {
            throw ApiError.of(409, "An action with the same name already exists.");
        }
    }

    Reply update(ApiRequest request, Grant grant) {
        Tree body = ActionBody.patch(request.json());
        return tenant.write(draft -> {
            StoredAction action = find(draft, request);
            if (body.members().containsKey("supported_triggers") && !names(body).equals(names(action.tree()))) {
                throw ApiError.of(400, "can't upgrade to this trigger");
            }
            refuseTaken(draft, action.id(), Members.text(body, "name"));
            StoredAction patched = action.patched(body, draft);
            draft.replace(TenantPart.ACTIONS, patched.tree());
            return Reply.json(200, ActionView.full(patched));
        });
    }

    /** With {@code force} also a bound Action goes, and its bindings with it. A phone provider stays as it is. */
    Reply delete(ApiRequest request, Grant grant) {
        request.query().allowOnly(Set.of("force"));
        boolean force = request.query().flag("force", false);
        return tenant.write(draft -> {
            StoredAction action = find(draft, request);
            List<Tree> others = draft.items(TenantPart.BINDINGS).stream()
                    .filter(binding -> !Bindings.isOf(binding, action))
                    .toList();
            if (!force && others.size() < draft.items(TenantPart.BINDINGS).size()) {
                throw ApiError.of(409, "Unable to delete an action bound to a trigger.");
            }
            draft.put(TenantPart.BINDINGS, others);
            draft.remove(TenantPart.ACTIONS, action.id());
            return Reply.noContent();
        });
    }

    /**
     * Paging of Actions, versions and bindings. As in recorded replies, {@code total} and {@code page} are left out when
     * they are 0, and {@code total} also on a page past the end.
     *
     * @param page the number of the page, from 0
     * @param perPage the most items in a page
     */
    record OffsetPage(int page, int perPage) {

        private static final int MOST = 100;
        private static final int USUAL = 50;

        static OffsetPage of(Query query) {
            return new OffsetPage(
                    query.number("page", 0, Integer.MAX_VALUE).orElse(0),
                    query.number("per_page", 1, MOST).orElse(USUAL));
        }

        Tree answer(String key, List<Tree> items) {
            int first = (int) Math.min(items.size(), (long) page * perPage);
            List<Value> shown = List.copyOf(items.subList(first, Math.min(items.size(), first + perPage)));
            ObjectBuilder answer = ObjectBuilder.empty().put(key, new Array(shown));
            if (!shown.isEmpty()) {
                answer.put("total", Value.of(items.size()));
            }
            if (page > 0) {
                answer.put("page", Value.of(page));
            }
            return answer.put("per_page", Value.of(perPage)).tree();
        }
    }
}

package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.ActionsEndpoint.OffsetPage;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.PropertyValidators.Check;
import com.messagemedia.auth0.sandbox.Tokens.Grant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deploys the drafts and the old versions of Actions. A version keeps its content and its secrets for good. */
final class DeploymentsEndpoint {

    private static final Check OLD =
            PropertyValidators.closed(Map.of("update_draft", PropertyValidators::bool), Set.of());

    private final Tenant tenant;

    DeploymentsEndpoint(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Recorded replies have status 200, where the API's description says 202. */
    Reply deploy(ApiRequest request, Grant grant) {
        return tenant.write(draft -> {
            StoredAction action = ActionsEndpoint.find(draft, request);
            if (!action.isBuilt()) {
                throw ApiError.of(400, "A draft must be in the 'built' state before it can be deployed.");
            }
            return stored(draft, action.deployed(draft));
        });
    }

    private static Reply stored(TenantDraft draft, StoredAction deployed) {
        draft.replace(TenantPart.ACTIONS, deployed.tree());
        return Reply.json(200, ActionView.fresh(deployed));
    }

    /** The versions of an Action, the newest first. */
    Reply versions(ApiRequest request, Grant grant) {
        request.query().allowOnly(Set.of("page", "per_page"));
        OffsetPage page = OffsetPage.of(request.query());
        StoredAction action = tenant.find(TenantPart.ACTIONS, request.id())
                .map(StoredAction::new)
                .orElseThrow(ApiError::noSuchAction);
        List<Tree> versions = new ArrayList<>(action.versions());
        Collections.reverse(versions);
        return Reply.json(
                200,
                page.answer(
                        "versions",
                        versions.stream()
                                .map(version -> ActionView.version(action, version))
                                .toList()));
    }

    /** Makes an old version live again, under a new number. With {@code update_draft} the draft becomes it, too. */
    Reply deployVersion(ApiRequest request, Grant grant) {
        Tree body = request.body().isEmpty() ? Tree.EMPTY : PropertyValidators.object("", request.json());
        OLD.check("", body);
        return tenant.write(draft -> {
            StoredAction action = ActionsEndpoint.find(draft, request);
            Tree version = action.version(request.secondId())
                    .orElseThrow(() -> ApiError.of(404, "That action version does not exist."));
            StoredAction deployed = action.redeployed(version, draft);
            return stored(draft, Members.isTrue(body, "update_draft") ? deployed.withDraft(version) : deployed);
        });
    }
}

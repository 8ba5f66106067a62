package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.ConnectionsEndpoint.FieldSelection;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.PropertyValidators.Check;
import com.messagemedia.auth0.sandbox.Tokens.Grant;
import java.util.Map;
import java.util.Set;

/** The tenant settings that matter to SMS: its name, and whether the Unified Phone Experience is on. */
final class TenantSettingsEndpoint {

    private static final Check CHANGE = PropertyValidators.closed(
            Map.of(
                    "friendly_name", PropertyValidators::text,
                    "phone_consolidated_experience", PropertyValidators::bool),
            Set.of());

    private final Tenant tenant;

    TenantSettingsEndpoint(Tenant tenant) {
        this.tenant = tenant;
    }

    Reply read(ApiRequest request, Grant grant) {
        request.query().allowOnly(FieldSelection.PARAMETERS);
        return Reply.json(200, shown(tenant.state()).of(request.query()));
    }

    private static Settings shown(TenantState state) {
        return new Settings(ObjectBuilder.of(state.settings())
                .remove("modern")
                .remove(PhoneFactor.SETTING)
                .tree());
    }

    Reply update(ApiRequest request, Grant grant) {
        Tree body = PropertyValidators.object("", request.json());
        CHANGE.check("", body);
        PropertyValidators.atLeastOne("", body);
        return tenant.write(draft -> {
            draft.settings(
                    ObjectBuilder.of(draft.state().settings()).putAll(body).tree());
            return Reply.json(200, shown(draft.state()).tree());
        });
    }

    /** The settings that a reply shows. */
    private record Settings(Tree tree) {

        Tree of(Query query) {
            Set<String> fields = query.single("fields")
                    .map(text -> Set.of(text.split(",")))
                    .orElse(tree.members().keySet());
            boolean include = query.flag("include_fields", true);
            ObjectBuilder draft = ObjectBuilder.of(tree);
            tree.members().keySet().stream()
                    .filter(key -> fields.contains(key) != include)
                    .forEach(draft::remove);
            return draft.tree();
        }
    }
}

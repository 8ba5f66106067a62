package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Null;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.PropertyValidators.Check;
import com.messagemedia.auth0.sandbox.Tokens.Grant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tenant's phone provider (Auth0 Management API, schemas {@code CreateBrandingPhoneProviderRequestContent} and
 * {@code UpdateBrandingPhoneProviderRequestContent}). Credentials are checked and not kept: no reply holds them, and
 * the sandbox cannot send by Twilio.
 */
final class PhoneProvider {

    static final String CUSTOM = "custom";
    static final String METHODS = "delivery_methods";
    private static final String CONFIGURATION = "configuration";
    private static final String CREDENTIALS = "credentials";
    private static final int LONGEST_TOKEN = 255;

    private static final Check METHOD_LIST =
            PropertyValidators.items(1, 2, PropertyValidators.oneOf(Set.of("text", "voice")));
    /** Auth0 checks the configuration against both shapes, whatever the name is. */
    private static final Check CONFIGURATION_CHECK = PropertyValidators.closed(
            Map.of(
                    METHODS,
                    METHOD_LIST,
                    "sid",
                    PropertyValidators::text,
                    "default_from",
                    ((Check) PropertyValidators::text).orNull(),
                    "mssid",
                    ((Check) PropertyValidators::text).orNull()),
            Set.of(METHODS));

    private static final Map<String, Check> KNOWN = Map.of(
            "name",
            PropertyValidators.oneOf(Set.of("twilio", CUSTOM)),
            "disabled",
            PropertyValidators::bool,
            CONFIGURATION,
            CONFIGURATION_CHECK,
            CREDENTIALS,
            PropertyValidators.closed(Map.of("auth_token", PropertyValidators.between(1, LONGEST_TOKEN)), Set.of()));

    private final Tenant tenant;

    PhoneProvider(Tenant tenant) {
        this.tenant = tenant;
    }

    Reply list(ApiRequest request, Grant grant) {
        request.query().allowOnly(Set.of("disabled"));
        boolean filtered = request.query().has("disabled");
        boolean disabled = request.query().flag("disabled", false);
        List<Value> providers = tenant.items(TenantPart.PHONE_PROVIDERS).stream()
                .filter(provider -> !filtered || Members.isTrue(provider, "disabled") == disabled)
                // The list shows this key, and a single provider does not (seen in recorded replies).
                .<Value>map(provider ->
                        ObjectBuilder.of(provider).put(CREDENTIALS, Null.NULL).tree())
                .toList();
        return Reply.json(
                200,
                ObjectBuilder.empty().put("providers", new Array(providers)).tree());
    }

    Reply read(ApiRequest request, Grant grant) {
        return Reply.json(
                200, tenant.find(TenantPart.PHONE_PROVIDERS, request.id()).orElseThrow(ApiError::noSuchNotification));
    }

    Reply create(ApiRequest request, Grant grant) {
        Tree body = PropertyValidators.object("", request.json());
        PropertyValidators.require("", body, Set.of("name"));
        PropertyValidators.require("", body, Set.of(CREDENTIALS));
        PropertyValidators.require("", body, Set.of(CONFIGURATION));
        PropertyValidators.each("", body, KNOWN);
        return tenant.write(draft -> {
            if (!draft.items(TenantPart.PHONE_PROVIDERS).isEmpty()) {
                throw ApiError.of(409, "A phone provider already exists");
            }
            Tree provider = created(body, draft);
            refuseUnusable(provider, Optional.empty(), draft);
            draft.add(TenantPart.PHONE_PROVIDERS, provider);
            return Reply.json(201, provider);
        });
    }

    /** The provider that a POST creates. */
    static Tree created(Tree body, TenantDraft draft) {
        String now = draft.millis();
        return ObjectBuilder.empty()
                .put("id", draft.id("pro_"))
                .put("tenant", "sandbox")
                .put("name", Members.text(body, "name"))
                .put("channel", "phone")
                .put("disabled", Value.of(Members.isTrue(body, "disabled")))
                .put(CONFIGURATION, Members.tree(body, CONFIGURATION))
                .put("created_at", now)
                .put("updated_at", now)
                .tree();
    }

    /** Keys that a PATCH lacks stay; its configuration replaces the whole one. */
    Reply update(ApiRequest request, Grant grant) {
        Tree body = PropertyValidators.object("", request.json());
        PropertyValidators.closed(KNOWN, Set.of()).check("", body);
        PropertyValidators.atLeastOne("", body);
        return tenant.write(draft -> {
            Tree before =
                    draft.find(TenantPart.PHONE_PROVIDERS, request.id()).orElseThrow(ApiError::noSuchNotification);
            Tree after = ObjectBuilder.of(before)
                    .putAll(ObjectBuilder.of(body).remove(CREDENTIALS).tree())
                    .put("updated_at", draft.millis())
                    .tree();
            refuseUnusable(after, Optional.of(Members.text(before, "name")), draft);
            draft.replace(TenantPart.PHONE_PROVIDERS, after);
            return Reply.json(200, after);
        });
    }

    private static void refuseUnusable(Tree provider, Optional<String> nameBefore, TenantDraft draft) {
        String name = Members.text(provider, "name");
        Tree configuration = Members.tree(provider, CONFIGURATION);
        if (name.equals("twilio")) {
            boolean sender =
                    !(Members.text(configuration, "default_from") + Members.text(configuration, "mssid")).isEmpty();
            if (!sender || Members.text(configuration, "sid").isEmpty()) {
                throw ApiError.of(400, "Bad Operation on Notification Resource");
            }
        } else if (!nameBefore.filter(CUSTOM::equals).isPresent() && !isAnyDeployed(draft)) {
            // Auth0's page on the custom phone provider prints this code with "email". No source shows the message.
            throw ApiError.of(
                    400,
                    "No deployed action found for the custom-phone-provider trigger",
                    "custom_email_provider_deployed_action_not_found");
        }
    }

    private static boolean isAnyDeployed(TenantDraft draft) {
        return draft.items(TenantPart.ACTIONS).stream()
                .map(StoredAction::new)
                .anyMatch(action ->
                        action.serves(Bindings.PHONE_TRIGGER) && action.live().isPresent());
    }

    /** Deletes the provider, also when it sends. */
    Reply delete(ApiRequest request, Grant grant) {
        return tenant.write(draft -> {
            draft.remove(TenantPart.PHONE_PROVIDERS, request.id(), ApiError::noSuchNotification);
            return Reply.noContent();
        });
    }
}

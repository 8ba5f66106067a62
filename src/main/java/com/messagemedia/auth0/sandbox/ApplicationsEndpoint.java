package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.PropertyValidators.Check;
import com.messagemedia.auth0.sandbox.Query.Checkpoint;
import com.messagemedia.auth0.sandbox.Tokens.Grant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tenant's applications. They can be listed, read, made and deleted; they have no secrets here. */
final class ApplicationsEndpoint {

    private static final int MOST = 100;
    private static final int USUAL = 50;
    private static final String CLIENT_ID = "client_id";

    private static final Set<String> PARAMETERS = Set.of(
            "fields",
            "include_fields",
            "page",
            "per_page",
            "include_totals",
            "from",
            "take",
            "is_global",
            "is_first_party",
            "app_type",
            "external_client_id",
            "q");

    /** What an application can have (Auth0 Management API, schema {@code CreateClientRequestContent}). */
    private static final Map<String, Check> PROPERTIES = Arrays.stream(
                    """
                    addons allowed_clients allowed_logout_urls allowed_origins app_type
                    async_approval_notification_channels callbacks client_aliases client_authentication_methods
                    client_metadata compliance_level cross_origin_authentication cross_origin_loc custom_login_page
                    custom_login_page_on custom_login_page_preview default_organization description encryption_key
                    express_configuration form_template grant_types initiate_login_uri is_first_party
                    is_token_endpoint_ip_header_trusted jwt_configuration logo_uri mobile
                    my_organization_configuration name native_social_login oidc_backchannel_logout oidc_conformant
                    oidc_logout organization_discovery_methods organization_require_behavior organization_usage
                    par_request_expiry redirection_policy refresh_token require_proof_of_possession
                    require_pushed_authorization_requests resource_server_identifier session_transfer
                    signed_request_object skip_non_verifiable_callback_uri_confirmation_prompt sso sso_disabled
                    third_party_security_mode token_endpoint_auth_method token_exchange token_quota web_origins
                    """.strip().split("\\s+"))
            .collect(Collectors.toUnmodifiableMap(key -> key, ApplicationsEndpoint::check));

    private final Tenant tenant;

    ApplicationsEndpoint(Tenant tenant) {
        this.tenant = tenant;
    }

    private static Check check(String key) {
        return key.equals("name") ? PropertyValidators.between(1, Integer.MAX_VALUE) : (property, value) -> {};
    }

    Reply list(ApiRequest request, Grant grant) {
        Query query = request.query();
        query.allowOnly(PARAMETERS);
        List<Tree> all = tenant.items(TenantPart.CLIENTS).stream()
                .filter(client -> query.single("app_type")
                        .map(type -> List.of(type.split(",")).contains(Members.text(client, "app_type")))
                        .orElse(true))
                .map(ApplicationsEndpoint::view)
                .toList();
        if (query.has("take") || query.has("from")) {
            Checkpoint checkpoint = Checkpoint.of(query, MOST);
            return Reply.json(
                    200, checkpoint.page("clients", all, client -> Members.text(client, CLIENT_ID), client -> client));
        }
        return Reply.json(200, offset(query, all));
    }

    private static Value offset(Query query, List<Tree> all) {
        int page = query.number("page", 0, Integer.MAX_VALUE).orElse(0);
        int size = query.number("per_page", 1, MOST).orElse(USUAL);
        int first = (int) Math.min(all.size(), (long) page * size);
        Array shown = new Array(List.copyOf(all.subList(first, Math.min(all.size(), first + size))));
        return query.flag("include_totals", false)
                ? ObjectBuilder.empty()
                        .put("total", Value.of(all.size()))
                        .put("start", Value.of(first))
                        .put("limit", Value.of(size))
                        .put("clients", shown)
                        .tree()
                : shown;
    }

    private static Tree view(Tree client) {
        return ObjectBuilder.empty()
                .put("tenant", "sandbox")
                .put("global", Value.of(false))
                .putAll(client)
                .tree();
    }

    Reply read(ApiRequest request, Grant grant) {
        request.query().allowOnly(Set.of("fields", "include_fields"));
        return Reply.json(
                200,
                tenant.find(TenantPart.CLIENTS, request.id())
                        .map(ApplicationsEndpoint::view)
                        .orElseThrow(() -> ApiError.of(404, "The client does not exist", "inexistent_client")));
    }

    Reply create(ApiRequest request, Grant grant) {
        Tree body = PropertyValidators.object("", request.json());
        PropertyValidators.closed(PROPERTIES, Set.of("name")).check("", body);
        return tenant.write(draft -> {
            String id = String.format(
                    Locale.ROOT,
                    "sandboxClient%019d",
                    draft.items(TenantPart.CLIENTS).size());
            while (draft.find(TenantPart.CLIENTS, id).isPresent()) {
                id = draft.id("sandbox");
            }
            Tree client = ObjectBuilder.of(body).put(CLIENT_ID, id).tree();
            draft.add(TenantPart.CLIENTS, client);
            return Reply.json(201, view(client));
        });
    }

    /** Deleting an application that does not exist succeeds, too. */
    Reply delete(ApiRequest request, Grant grant) {
        return tenant.write(draft -> {
            draft.remove(TenantPart.CLIENTS, request.id());
            return Reply.noContent();
        });
    }
}

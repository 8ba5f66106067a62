package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.Tokens.Grant;

/** Returns the one tenant setting that matters to SMS: whether the Unified Phone Experience is on. */
final class TenantSettingsEndpoint {

    private final boolean phoneProvider;

    TenantSettingsEndpoint(boolean phoneProvider) {
        this.phoneProvider = phoneProvider;
    }

    Reply read(ApiRequest request, Grant grant) {
        return Reply.json(
                200,
                ObjectBuilder.empty()
                        .put("friendly_name", "Sandbox")
                        .put("phone_consolidated_experience", Value.of(phoneProvider))
                        .tree());
    }
}

package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.PropertyValidators.Check;
import com.messagemedia.auth0.sandbox.Tokens.Grant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How multi-factor authentication sends its codes: {@code sms}, {@code voice}, both or neither (Auth0 Management API, "Get
 * message types" and "Update message types").
 */
final class PhoneFactor {

    static final String SETTING = "mfa_message_types";
    private static final String TYPES = "message_types";
    private static final String VOICE = "voice";
    private static final Check CHANGE = PropertyValidators.closed(
            Map.of(TYPES, PropertyValidators.items(0, 2, PropertyValidators.oneOf(Set.of("sms", VOICE)))),
            Set.of(TYPES));

    private final Tenant tenant;

    PhoneFactor(Tenant tenant) {
        this.tenant = tenant;
    }

    Reply read(ApiRequest request, Grant grant) {
        return shown(types(tenant.state()));
    }

    private static Value types(TenantState state) {
        return state.settings().members().getOrDefault(SETTING, new Array(List.of(Value.of("sms"))));
    }

    private static Reply shown(Value types) {
        return Reply.json(200, ObjectBuilder.empty().put(TYPES, types).tree());
    }

    Reply update(ApiRequest request, Grant grant) {
        Tree body = PropertyValidators.object("", request.json());
        CHANGE.check("", body);
        return tenant.write(draft -> {
            Value types = Objects.requireNonNull(body.members().get(TYPES), "the check above requires it");
            if (types instanceof Array list && list.items().contains(Value.of(VOICE)) && !callsUsers(draft)) {
                // Source: Auth0 documentation, "Configure a Phone Messaging Provider".
                throw ApiError.of(409, "Message Type is not supported by the configured phone provider");
            }
            draft.settings(ObjectBuilder.of(draft.state().settings())
                    .put(SETTING, types)
                    .tree());
            return shown(types);
        });
    }

    /** Without a phone provider, Auth0's own Twilio calls. */
    private static boolean callsUsers(TenantDraft draft) {
        return draft.items(TenantPart.PHONE_PROVIDERS).stream()
                .allMatch(provider -> provider.members().get("configuration") instanceof Tree configuration
                        && configuration.members().get(PhoneProvider.METHODS) instanceof Array methods
                        && methods.items().contains(Value.of(VOICE)));
    }
}

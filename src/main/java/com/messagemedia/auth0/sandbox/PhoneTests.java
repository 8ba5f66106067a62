package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.PhoneSender.Notification;
import com.messagemedia.auth0.sandbox.PropertyValidators.Check;
import com.messagemedia.auth0.sandbox.Tokens.Grant;
import java.util.Map;
import java.util.Set;

/** Test messages through the phone provider. As at Auth0, the answer is the same whether the message can be sent. */
final class PhoneTests {

    private static final int LONGEST_NUMBER = 16;
    private static final Check BODY = PropertyValidators.closed(
            Map.of(
                    "to",
                    PropertyValidators.between(1, LONGEST_NUMBER),
                    "delivery_method",
                    PropertyValidators.oneOf(Set.of("text", "voice"))),
            Set.of("to"));

    private final Tenant tenant;
    private final PhoneSender sender;

    PhoneTests(Tenant tenant, PhoneSender sender) {
        this.tenant = tenant;
        this.sender = sender;
    }

    Reply provider(ApiRequest request, Grant grant) {
        return test(TenantPart.PHONE_PROVIDERS, request);
    }

    Reply template(ApiRequest request, Grant grant) {
        return test(TenantPart.PHONE_TEMPLATES, request);
    }

    private Reply test(TenantPart part, ApiRequest request) {
        Tree body = PropertyValidators.object("", request.json());
        BODY.check("", body);
        Tree item = tenant.find(part, request.id()).orElseThrow(ApiError::noSuchNotification);
        String method = Members.text(body, "delivery_method");
        String type = part == TenantPart.PHONE_TEMPLATES ? Members.text(item, "type") : "otp_verify";
        sender.send(Notification.test(Members.text(body, "to"), method.isEmpty() ? "text" : method, type));
        return Reply.json(
                202,
                ObjectBuilder.empty()
                        .put("code", Value.of(202))
                        .put("message", "Test notification successfully sent for processing")
                        .tree());
    }
}

package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.model.OptionPaths;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.redaction.SecretPaths;
import java.util.List;
import java.util.Set;

/** What the gateway's options of an SMS connection mean. */
public final class GatewayOptions {

    /**
     * Twilio's token, and everything under {@code gateway_authentication} but the two fields known to be harmless. The word that signs
     * the gateway's token is public: MessageMedia's guide prints it.
     */
    public static final SecretPaths SECRETS = new SecretPaths(
            List.of(OptionPaths.TWILIO_TOKEN, OptionPaths.GATEWAY_AUTHENTICATION),
            Set.of(OptionPaths.METHOD, OptionPaths.SECRET_BASE64_ENCODED),
            Set.of(SandboxCredentials.GATEWAY_SECRET));

    private GatewayOptions() {}
}

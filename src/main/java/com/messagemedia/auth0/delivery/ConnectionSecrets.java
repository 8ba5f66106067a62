package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.redaction.SecretPaths;
import java.util.List;
import java.util.Set;

/**
 * Where the options of an SMS connection hold secrets, whichever way its messages take (Auth0 Management API, schema {@code
 * ConnectionOptionsSMS}).
 */
public final class ConnectionSecrets {

    private static final FieldPath AUTHENTICATION = FieldPath.of("gateway_authentication");

    /**
     * The secret paths: Twilio's token, and everything under {@code gateway_authentication} except the two fields known to
     * be harmless. The word that signs the gateway's token is public: MessageMedia's guide prints it.
     */
    public static final SecretPaths PATHS = new SecretPaths(
            List.of(FieldPath.of("twilio_token"), AUTHENTICATION),
            Set.of(AUTHENTICATION.child("method"), AUTHENTICATION.child("secret_base64_encoded")),
            Set.of(SandboxCredentials.GATEWAY_SECRET));

    private ConnectionSecrets() {}
}

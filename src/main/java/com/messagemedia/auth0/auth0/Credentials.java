package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.http.ClientAssertion.SigningKey;
import com.messagemedia.auth0.http.HeaderText;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Secret;
import java.util.Optional;

/** The plugin's credentials for Auth0. Each form refuses, with a {@link Fault}, values that cannot be sent. */
public sealed interface Credentials {

    /** An application's id and secret. */
    record ClientSecret(String clientId, Secret secret) implements Credentials {
        public ClientSecret {
            refuseUnsendable(clientId);
        }
    }

    /**
     * An application's id and private key (private_key_jwt).
     *
     * @param clientId the application
     * @param pem an RSA private key, PKCS#8 in PEM form
     * @param algorithm RS256, RS384 or PS256
     * @param keyId the key's id at Auth0; empty to send none
     */
    record PrivateKey(String clientId, Secret pem, String algorithm, Optional<String> keyId) implements Credentials {
        public PrivateKey {
            refuseUnsendable(clientId);
            new SigningKey(pem.reveal(), algorithm, keyId);
        }

        SigningKey signingKey() {
            return new SigningKey(pem.reveal(), algorithm, keyId);
        }
    }

    /** A Management API token that the user supplies. */
    record Token(Secret token) implements Credentials {
        public Token {
            if (!HeaderText.isSafe(token.reveal()) || token.reveal().contains(" ")) {
                throw new Fault(
                        "The Management API token contains a space, a line break or another character that no token has.",
                        "Set tenant.token to only the token, without \"Bearer\" and without a line break.");
            }
        }
    }

    private static void refuseUnsendable(String clientId) {
        if (!HeaderText.isSafe(clientId)) {
            throw new Fault(
                    "The client id is empty, or contains a line break or another character that no client id has.",
                    "Set tenant.clientId to the Client ID that Auth0 shows under Applications > Applications.");
        }
    }
}

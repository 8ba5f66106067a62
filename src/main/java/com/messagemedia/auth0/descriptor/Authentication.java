package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.Secret;
import java.util.Optional;

/** How to get a Management API token (Auth0 documentation, "Get Management API Access Tokens for Production"). */
public sealed interface Authentication {

    /** What is never to be printed of it. */
    Secret confidential();

    /** By an application's client id and client secret. */
    record ClientSecret(String clientId, Secret secret) implements Authentication {

        @Override
        public Secret confidential() {
            return secret;
        }
    }

    /**
     * By a signed assertion, private_key_jwt (Auth0 documentation, "Authenticate with Private Key JWT").
     *
     * @param clientId the application's client id
     * @param pem the private key, the whole PEM text
     * @param keyId the key id for the assertion's header, where the descriptor says one
     * @param algorithm how the assertion is signed
     */
    record PrivateKey(String clientId, Secret pem, Optional<String> keyId, Algorithm algorithm)
            implements Authentication {

        @Override
        public Secret confidential() {
            return pem;
        }
    }

    /** With a token that somebody else obtained. */
    record Token(Secret token) implements Authentication {

        @Override
        public Secret confidential() {
            return token;
        }
    }

    /** The algorithms that Auth0 takes for private_key_jwt. */
    enum Algorithm {
        RS256,
        RS384,
        PS256
    }
}

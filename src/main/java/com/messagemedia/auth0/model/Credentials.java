package com.messagemedia.auth0.model;

import java.util.Optional;

/** How to get a Management API token (Auth0 documentation, "Get Management API Access Tokens for Production"). */
public sealed interface Credentials {

    /** The secret part, which is never printed. */
    Secret confidential();

    /** An application's client id and client secret. */
    record ClientSecret(String clientId, Secret secret) implements Credentials {

        @Override
        public Secret confidential() {
            return secret;
        }
    }

    /**
     * An application's private key, which signs an assertion: private_key_jwt (Auth0 documentation, "Authenticate with
     * Private Key JWT").
     *
     * @param clientId the application's client id
     * @param pem an RSA private key, PKCS#8 in PEM form
     * @param algorithm how the assertion is signed
     * @param keyId the key's id at Auth0; empty to send none
     */
    record PrivateKey(String clientId, Secret pem, Algorithm algorithm, Optional<String> keyId) implements Credentials {

        @Override
        public Secret confidential() {
            return pem;
        }
    }

    /** A Management API token that the user supplies. */
    record Token(Secret token) implements Credentials {

        @Override
        public Secret confidential() {
            return token;
        }
    }

    /** The algorithms that Auth0 accepts for private_key_jwt. */
    enum Algorithm {
        RS256,
        RS384,
        PS256
    }
}

package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.connection.SandboxCredentials;
import com.messagemedia.auth0.connection.Secret;
import java.security.PublicKey;
import java.util.Optional;

/**
 * The machine-to-machine application that a sandbox gives tokens to.
 *
 * @param id its client id
 * @param secret its client secret
 * @param key the RSA key that its signed assertions are checked with; empty where it has only the secret
 */
public record SandboxClient(String id, Secret secret, Optional<PublicKey> key) {

    /** The published dummy client. */
    public static final SandboxClient PUBLISHED =
            SandboxClient.of(SandboxCredentials.CLIENT_ID, SandboxCredentials.CLIENT_SECRET);

    /** A client with a secret. */
    public static SandboxClient of(String id, String secret) {
        return new SandboxClient(id, new Secret(secret), Optional.empty());
    }

    /** This client, which may also sign assertions with the private half of an RSA key. */
    public SandboxClient withKey(PublicKey publicKey) {
        return new SandboxClient(id, secret, Optional.of(publicKey));
    }

    @Override
    public String toString() {
        return "client " + id;
    }
}

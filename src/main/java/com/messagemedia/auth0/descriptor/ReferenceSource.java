package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.CredentialText;
import com.messagemedia.auth0.connection.Resolution;
import com.messagemedia.auth0.connection.Secret;
import java.util.Optional;

/** Where the reader gets what references stand for: its border to the environment, the disk and Maven's settings. */
public interface ReferenceSource {

    /** Resolves every reference of one value. */
    Resolution resolve(String text);

    /** The login of a {@code <server>} of Maven's settings; empty where there is none of that id. */
    Optional<ServerLogin> server(String id);

    /**
     * The login of one server of the settings.
     *
     * @param username a client id, or an API key
     * @param password a client secret, or an API secret
     */
    record ServerLogin(String username, Secret password) {

        /** This login, cleaned by the rule for every key and secret; what is nothing but a line break stays as it is. */
        ServerLogin cleaned() {
            String secret = CredentialText.clean(password.reveal());
            return new ServerLogin(CredentialText.clean(username), secret.isEmpty() ? password : new Secret(secret));
        }

        @Override
        public String toString() {
            return "server login";
        }
    }
}

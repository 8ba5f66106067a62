package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.CredentialText;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.GivenText;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.store.Unreadable;
import java.util.Optional;

/** Looks up the values of references. Each answer is empty where the name is unknown. */
public interface ReferenceLookup {

    /** Returns the value of an environment variable. */
    Optional<String> environment(String name);

    /**
     * The text of a file; a relative path starts at the descriptor's folder.
     *
     * @throws Unreadable when something is there that cannot be read as a text
     */
    Optional<String> file(String path) throws Unreadable;

    /** Whether a path leads out of the descriptor's folder: it is absolute, climbs with {@code ..}, or follows a link. */
    boolean leadsOut(String path);

    /** Whether the caller allows this reference at every path, outside the descriptor. */
    boolean allows(ReferenceName name);

    /** The value of a property: {@code project.x} of the POM, of the settings, or given with {@code -D}. */
    Optional<String> property(String name);

    /** The credentials of a {@code <server>} of the settings. */
    Optional<ServerCredentials> server(String id);

    /**
     * The credentials of one {@code <server>} of Maven's settings.
     *
     * @param username its user name: a client id, or an API key
     * @param password its password, decrypted: a client secret, or an API secret
     */
    record ServerCredentials(String username, Secret password) {

        /**
         * This login by the one rule for keys, ids, secrets and tokens.
         *
         * @param id the server's id
         * @throws Fault when Java could not read it, or a blank or invisible character is in it
         */
        public ServerCredentials cleaned(String id) {
            return new ServerCredentials(
                    given(id, username).credential(),
                    new Secret(given(id, password.reveal()).credential()));
        }

        /**
         * This login as it is.
         *
         * @param id the server's id
         * @throws Fault when Java could not read it
         */
        public ServerCredentials readable(String id) {
            given(id, username).readable();
            given(id, password.reveal()).readable();
            return this;
        }

        /** This login, cleaned by the rule for every key and secret; what is nothing but a line break stays as it is. */
        ServerCredentials trimmed() {
            String secret = CredentialText.clean(password.reveal());
            return new ServerCredentials(
                    CredentialText.clean(username), secret.isEmpty() ? password : new Secret(secret));
        }

        @Override
        public String toString() {
            return "server login";
        }

        private static GivenText given(String id, String text) {
            return new GivenText("The server \"" + id + "\" in settings.xml", text);
        }
    }

    /** A lookup that knows no value and allows nothing. Other lookups extend it with what they know. */
    class NoReferences implements ReferenceLookup {

        @Override
        public Optional<String> environment(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> file(String path) throws Unreadable {
            return Optional.empty();
        }

        @Override
        public boolean leadsOut(String path) {
            return false;
        }

        @Override
        public boolean allows(ReferenceName name) {
            return false;
        }

        @Override
        public Optional<String> property(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<ServerCredentials> server(String id) {
            return Optional.empty();
        }
    }
}

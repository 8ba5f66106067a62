package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.CredentialText;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.GivenText;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.store.Unreadable;
import java.util.Optional;

/** Looks up the values of references. Each answer is empty if the name is unknown. */
public interface ReferenceLookup {

    /** Returns the value of an environment variable. */
    Optional<String> environment(String name);

    /**
     * Returns the text of a file; a relative path starts at the descriptor's folder.
     *
     * @throws Unreadable if something exists at the path but cannot be read as text
     */
    Optional<String> file(String path) throws Unreadable;

    /** Whether a path leads outside the descriptor's folder: it is absolute, or it leaves through {@code ..} or a link. */
    boolean leadsOut(String path);

    /** Whether the build, not the descriptor, allows this reference in every field. */
    boolean allows(ReferenceName name);

    /** Returns the value of a property: {@code project.x} of the POM, of the settings, or given with {@code -D}. */
    Optional<String> property(String name);

    /** Returns the credentials of a {@code <server>} of the settings. */
    Optional<ServerCredentials> server(String id);

    /**
     * The credentials of one {@code <server>} of Maven's settings.
     *
     * @param username its user name: a client id, or an API key
     * @param password its password, decrypted: a client secret, or an API secret
     */
    record ServerCredentials(String username, Secret password) {

        /**
         * Returns this login cleaned by {@link CredentialText}, the rule for keys, ids, secrets and tokens.
         *
         * @param id the server's id
         * @throws Fault if Java could not decode it, or if it contains a blank or an invisible character
         */
        public ServerCredentials cleaned(String id) {
            return new ServerCredentials(
                    given(id, username).credential(),
                    new Secret(given(id, password.reveal()).credential()));
        }

        /**
         * Returns this login unchanged.
         *
         * @param id the server's id
         * @throws Fault if Java could not decode it
         */
        public ServerCredentials readable(String id) {
            given(id, username).readable();
            given(id, password.reveal()).readable();
            return this;
        }

        /** Returns this login cleaned by {@link CredentialText}; a password of only a line break stays unchanged. */
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

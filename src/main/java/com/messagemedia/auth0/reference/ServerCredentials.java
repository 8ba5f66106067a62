package com.messagemedia.auth0.reference;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.GivenText;
import com.messagemedia.auth0.connection.Secret;

/**
 * The credentials of one {@code <server>} of Maven's settings.
 *
 * @param username its user name
 * @param password its password, decrypted
 */
public record ServerCredentials(String username, Secret password) {

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

    private static GivenText given(String id, String text) {
        return new GivenText("The server \"" + id + "\" in settings.xml", text);
    }
}

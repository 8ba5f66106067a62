package com.messagemedia.auth0.descriptor;

import java.util.Optional;

/**
 * What an exported descriptor is for.
 *
 * @param domain the tenant's domain as the descriptor names it
 * @param audience the Management API's audience; empty where it follows from the domain
 * @param signIn how the descriptor signs in
 * @param connection the connection's name or id
 */
public record ExportHome(String domain, Optional<String> audience, SignIn signIn, String connection) {

    /** How the descriptor signs in; no secret stands in it. */
    public sealed interface SignIn {

        /** With the client id and secret of a server of settings.xml. */
        record Server(String id) implements SignIn {}

        /** With the client id and secret in the environment, or the sandbox's own. */
        record Client() implements SignIn {}

        /** With a Management API token in the environment. */
        record Token() implements SignIn {}
    }
}

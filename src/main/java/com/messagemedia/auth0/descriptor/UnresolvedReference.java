package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.Origin;

/**
 * A reference to nothing, which an offline check lists and does not refuse.
 *
 * @param name what it refers to, such as {@code env.AUTH0_CLIENT_ID}, {@code file:key.pem} or {@code server auth0-prod}
 * @param origin where it stands
 */
public record UnresolvedReference(String name, Origin origin) {}

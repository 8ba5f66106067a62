package com.messagemedia.auth0.plan;

import java.util.Optional;

/**
 * What a plan is for.
 *
 * @param tenant the tenant as its users know it
 * @param connection the connection's name
 * @param id the connection's identifier
 * @param environment the environment chosen in the descriptor, where it has any
 */
public record Target(String tenant, String connection, String id, Optional<String> environment) {}

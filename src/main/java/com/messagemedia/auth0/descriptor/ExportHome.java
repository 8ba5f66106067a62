package com.messagemedia.auth0.descriptor;

import java.util.Optional;

/**
 * What an exported descriptor is for.
 *
 * @param domain the tenant's domain as the descriptor names it
 * @param server the server of settings.xml that signs in; empty for the environment's client id and secret
 * @param connection the connection's name or id
 */
public record ExportHome(String domain, Optional<String> server, String connection) {}

package com.messagemedia.auth0.reference;

import com.messagemedia.auth0.connection.Secret;

/**
 * The credentials of one {@code <server>} of Maven's settings.
 *
 * @param username its user name
 * @param password its password, decrypted
 */
public record ServerCredentials(String username, Secret password) {}

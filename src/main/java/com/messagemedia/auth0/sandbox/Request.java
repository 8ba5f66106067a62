package com.messagemedia.auth0.sandbox;

/**
 * One request that a sandbox has received. Holds neither body nor headers, which carry credentials.
 *
 * @param method the HTTP method
 * @param target path and query as they were sent
 * @param status the status of the reply; -1 while there is none, and for ever where the connection was dropped without one
 */
public record Request(String method, String target, int status) {}

package com.messagemedia.auth0.sandbox;

/**
 * A message that arrived at the sandbox's MessageMedia.
 *
 * @param recipient the number it is for
 * @param sender who it is from; empty where none was named
 * @param body its text
 * @param accepted whether MessageMedia took it; a refused one reaches nobody
 */
public record Message(String recipient, String sender, String body, boolean accepted) {}

package com.messagemedia.auth0.yaml;

import com.messagemedia.auth0.yaml.SourceText.Statement;

/**
 * What a file of one kind holds, as the messages about a file that holds nothing of it.
 *
 * @param whenEmpty the message about an empty file
 * @param whenNoObject the message about a file that is not an object of keys
 */
public record Expected(Statement whenEmpty, Statement whenNoObject) {}

/**
 * The applied record: how base is remembered without a single value, in a connection's metadata or in a file. For each owned
 * path it holds a keyed fingerprint.
 */
package com.messagemedia.auth0.applied;

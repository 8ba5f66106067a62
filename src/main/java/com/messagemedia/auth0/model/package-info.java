/**
 * The types that all packages share: an Auth0 connection, its options as an immutable tree, the path of one option, a
 * place in a file, a diagnostic, an outcome, and the time by which a goal works. This package does not use YAML, JSON,
 * HTTP or Maven.
 */
package com.messagemedia.auth0.model;

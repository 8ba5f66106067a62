/**
 * The types that all packages share: an Auth0 connection, its options as an immutable tree, the path of one option, a
 * place in a file, a diagnostic and an outcome. This package does not use YAML, JSON, HTTP or Maven.
 */
package com.messagemedia.auth0.model;

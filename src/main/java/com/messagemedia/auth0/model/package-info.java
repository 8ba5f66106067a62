/**
 * The nouns that everything else speaks of: an Auth0 connection, its options as an immutable tree, the path of one option, a
 * place in a file, a diagnostic and an outcome. Nothing here knows YAML, JSON, HTTP or Maven.
 */
package com.messagemedia.auth0.model;

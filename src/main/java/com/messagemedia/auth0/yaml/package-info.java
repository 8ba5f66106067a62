/**
 * YAML with places: each key and value knows its line and column, so messages can name them. This package knows
 * nothing about the descriptor.
 */
package com.messagemedia.auth0.yaml;

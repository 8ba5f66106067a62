/** YAML with places: each key and value knows its line and column, for faults that name them. Nothing here knows the descriptor. */
package com.messagemedia.auth0.yaml;

/**
 * The descriptor's JSON Schema: what of it a document breaks, in words that repeat no value, since a value can be a secret,
 * and what it knows of each field.
 */
package com.messagemedia.auth0.schema;

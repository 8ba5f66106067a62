/**
 * The descriptor's JSON Schema: what it refuses, said in our own words, and what it knows of each field. The validator behind
 * it would repeat values in its messages, and a value can be a secret: none of its texts leaves this package.
 */
package com.messagemedia.auth0.schema;

/**
 * The descriptor's JSON Schema: its violations, in the plugin's own words, and its knowledge of each field. The
 * validator's own messages repeat values, and a value can be a secret, so they never leave this package.
 */
package com.messagemedia.auth0.schema;

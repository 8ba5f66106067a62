/**
 * From {@code messagemedia-auth0.yaml} to a {@link com.messagemedia.auth0.descriptor.Descriptor}, or to all that is wrong with
 * it at once: the file is read and composed to nodes that know their place, checked, overlaid for one environment, its
 * references resolved, checked by the schema and by the rules beyond it, and only then turned into values.
 */
package com.messagemedia.auth0.descriptor;

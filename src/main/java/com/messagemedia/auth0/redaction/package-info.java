/**
 * Knows which values are secret, and removes secrets from texts. A value's role and path make it secret, never its
 * name: MessageMedia's API secret travels in {@code gateway_authentication.audience}.
 */
package com.messagemedia.auth0.redaction;

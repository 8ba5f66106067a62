/**
 * Which values are secret and how a secret is shown. Secrecy goes by role and by path, never by the look of a name:
 * MessageMedia's API secret travels in {@code gateway_authentication.audience}.
 */
package com.messagemedia.auth0.redaction;

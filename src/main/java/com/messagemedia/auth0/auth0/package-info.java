/**
 * The client of Auth0's Management API. A method returns Auth0's answer, or throws a {@link
 * com.messagemedia.auth0.auth0.ManagementException} that says what failed, whether it may have taken effect, and what
 * to do. The client retries reads. Only the caller repeats a write, and reads first.
 */
package com.messagemedia.auth0.auth0;

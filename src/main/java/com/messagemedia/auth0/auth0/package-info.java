/**
 * The client of Auth0's Management API, as far as an SMS connection needs it. A method returns what Auth0 answered, or throws a
 * {@link com.messagemedia.auth0.auth0.ManagementException} that says what failed, whether it may have taken effect, and what to
 * do. Reads are repeated here; a write is repeated by the caller, who reads first.
 */
package com.messagemedia.auth0.auth0;

/**
 * The client of Auth0's Management API, as far as an SMS connection needs it. One method is one act; each either returns what
 * Auth0 answered or throws a {@link com.messagemedia.auth0.management.ManagementException} that tells what failed, whether
 * it may have taken effect, and what to do. Nothing here repeats a request.
 */
package com.messagemedia.auth0.management;

/** The clients of MessageMedia: of the gateway that Auth0 calls, and of the API behind it. */
package com.messagemedia.auth0.messagemedia;

/** MessageMedia's side: the gateway that Auth0 calls, and the API behind it. */
package com.messagemedia.auth0.messagemedia;

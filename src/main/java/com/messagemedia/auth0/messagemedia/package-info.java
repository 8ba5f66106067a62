/** MessageMedia's side: the gateway that Auth0 calls. */
package com.messagemedia.auth0.messagemedia;

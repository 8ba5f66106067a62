/** The SMS gateway: its options, its hosts, the credentials that Auth0 shows it, and the text that it sends. */
package com.messagemedia.auth0.delivery.gateway;

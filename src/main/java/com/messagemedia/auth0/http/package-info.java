/** The HTTP border that every remote API shares: the OkHttp client, JSON as trees of values, signed tokens. */
package com.messagemedia.auth0.http;

/** The HTTP layer of all remote APIs: the OkHttp client, JSON as trees of values, signed tokens. */
package com.messagemedia.auth0.http;

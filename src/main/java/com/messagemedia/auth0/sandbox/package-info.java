/**
 * A small Auth0 tenant on loopback: token, connections, enabled clients, tenant settings. It is as strict as the real
 * tenant, as far as its behaviour is known. Users try the plugin with it, and the tests talk to it over real HTTP. It
 * has one class per resource; {@link com.messagemedia.auth0.sandbox.Sandbox} lists the routes.
 */
package com.messagemedia.auth0.sandbox;

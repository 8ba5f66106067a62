/**
 * A faithful little Auth0 tenant on loopback: token, connections, enabled clients, tenant settings, as strict as the real
 * thing where its behaviour is known. It is where a first try runs, and what the tests talk to over real HTTP. One class
 * for each resource; {@link com.messagemedia.auth0.sandbox.Sandbox} lists the routes.
 */
package com.messagemedia.auth0.sandbox;

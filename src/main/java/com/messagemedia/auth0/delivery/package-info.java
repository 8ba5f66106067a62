/** Reads, plans and writes a descriptor's resources in Auth0. */
package com.messagemedia.auth0.delivery;

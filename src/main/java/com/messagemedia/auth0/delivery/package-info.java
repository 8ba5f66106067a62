/** How a descriptor's resources are read from Auth0, planned and written. */
package com.messagemedia.auth0.delivery;

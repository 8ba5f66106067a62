/** A descriptor made from a live connection, or from answers. */
package com.messagemedia.auth0.export;

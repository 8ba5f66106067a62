/** Makes a descriptor from a live connection, or from the user's answers. */
package com.messagemedia.auth0.export;

/** The user's files: read within limits, written whole or not at all, locked. */
package com.messagemedia.auth0.store;

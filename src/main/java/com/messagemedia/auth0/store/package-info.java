/** The user's files: reads within limits, atomic writes, locks. */
package com.messagemedia.auth0.store;

/** Files that are written whole or not at all. */
package com.messagemedia.auth0.store;

/** Keeps the values that an apply replaces, and puts them back. */
package com.messagemedia.auth0.rollback;

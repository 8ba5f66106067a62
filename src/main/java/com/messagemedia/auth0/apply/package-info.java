/** Applies a plan: one made now, or a saved and approved one. */
package com.messagemedia.auth0.apply;

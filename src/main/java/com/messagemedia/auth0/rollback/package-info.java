/** Backups of what an apply replaced, and the way back. */
package com.messagemedia.auth0.rollback;

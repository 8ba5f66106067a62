/** The one way to read a file of the user's, and the one place of the limits for what is read and written. */
package com.messagemedia.auth0.file;

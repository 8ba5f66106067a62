/** Sends one real code by SMS. */
package com.messagemedia.auth0.testmessage;

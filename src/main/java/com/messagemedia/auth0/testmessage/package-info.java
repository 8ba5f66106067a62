/** A code by SMS, to see it arrive. */
package com.messagemedia.auth0.testmessage;

/** What an SMS can carry and who it can come from: encoding, length, parts, senders. Pure, and without any library. */
package com.messagemedia.auth0.sms;

/** The rules for an SMS: encoding, length, parts, senders and recipients. It does no input or output. */
package com.messagemedia.auth0.sms;

/** The examination of the chain from the descriptor to the phone. */
package com.messagemedia.auth0.doctor;

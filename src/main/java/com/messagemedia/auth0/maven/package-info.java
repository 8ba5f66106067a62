/** The goals: thin mojos that bind parameters, call a use case, log what it came to and translate faults. */
package com.messagemedia.auth0.maven;

/** The goals: thin mojos that bind parameters, call a use case, print the result and translate faults. */
package com.messagemedia.auth0.maven;

/** Runs the code of an Auth0 Action in a JavaScript engine. Only the sandbox and tests use it. */
package com.messagemedia.auth0.javascript;

/** Does the same work at many tenants in one run: several at a time, each tenant once at a time, results in a fixed order. */
package com.messagemedia.auth0.fleet;

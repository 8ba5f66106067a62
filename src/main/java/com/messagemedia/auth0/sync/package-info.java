/** One class per use case: read a descriptor, open a tenant, plan a change, apply it and settle what became of it. */
package com.messagemedia.auth0.sync;

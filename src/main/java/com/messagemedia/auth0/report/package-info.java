/** What a user reads: plans, outcomes and diagnostics as text, every secret hidden, every fault with its remedy. */
package com.messagemedia.auth0.report;

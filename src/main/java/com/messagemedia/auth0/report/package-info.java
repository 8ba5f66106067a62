/**
 * Writes the texts that a user reads: plans, outcomes and diagnostics. It hides every secret and gives every fault a remedy.
 */
package com.messagemedia.auth0.report;

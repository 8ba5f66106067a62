/**
 * The plan: what an apply would change, what it keeps, what stops it, and the proof that nothing is lost. Also the applied
 * record, which remembers the last apply.
 */
package com.messagemedia.auth0.plan;

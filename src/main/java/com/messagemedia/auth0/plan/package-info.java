/**
 * The plan as a value: what an apply would change, what it keeps, what stops it, and the proof that nothing is lost; and the
 * applied record, which remembers what was applied last.
 */
package com.messagemedia.auth0.plan;

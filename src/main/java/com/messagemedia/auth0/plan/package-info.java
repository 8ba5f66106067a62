/** The plan as a value: what an apply would change, what it keeps, what stops it, and the proof that nothing is lost. */
package com.messagemedia.auth0.plan;

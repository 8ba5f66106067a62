/**
 * References in a descriptor's values: {@code ${env.NAME}}, {@code ${file:path}} and properties. What stands behind them is
 * asked of one small interface, so that nothing here knows Maven, the disk or the environment.
 */
package com.messagemedia.auth0.reference;

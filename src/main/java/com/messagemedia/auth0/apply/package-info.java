/** Plans, saved plans and applies. */
package com.messagemedia.auth0.apply;

/** Everything that only delivery through the tenant's phone provider has. */
package com.messagemedia.auth0.delivery.phone;

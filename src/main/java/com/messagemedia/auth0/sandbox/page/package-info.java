/** The page at the sandbox's root: it shows the phone, the tenant and the requests, and offers buttons. */
@NullMarked
package com.messagemedia.auth0.sandbox.page;

import org.jspecify.annotations.NullMarked;

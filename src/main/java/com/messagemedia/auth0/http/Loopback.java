package com.messagemedia.auth0.http;

import java.net.URI;
import java.util.regex.Pattern;

/** Which hosts are this machine itself: there plain http is allowed, and no proxy is asked. */
public final class Loopback {

    // Written out in full, so that a name such as 127.0.0.1.example is none of them.
    private static final Pattern HOST = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?");

    private Loopback() {}

    /** Whether an address is on this machine, by its host's text alone: nothing is looked up. */
    public static boolean holds(URI address) {
        String host = address.getHost();
        return host != null && HOST.matcher(host).matches();
    }
}

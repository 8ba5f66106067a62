package com.messagemedia.auth0.http;

import java.net.URI;
import java.util.regex.Pattern;

/** Recognises hosts on this machine: plain http is allowed for them, and no proxy is used. */
public final class Loopback {

    // The pattern covers the whole host: a name such as 127.0.0.1.example does not match.
    private static final Pattern HOST = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?");

    private Loopback() {}

    /** Whether an address is on this machine. It compares only the host's text and looks up no name. */
    public static boolean holds(URI address) {
        String host = address.getHost();
        return host != null && HOST.matcher(host).matches();
    }
}

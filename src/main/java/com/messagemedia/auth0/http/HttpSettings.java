package com.messagemedia.auth0.http;

import com.messagemedia.auth0.model.Fault;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The HTTP settings of the plugin.
 *
 * @param userAgent the plugin's name and version, sent with every request
 * @param callTimeout how long one request may take in all, from the name lookup to the reply's last byte
 * @param proxy the proxy for every host that is not on loopback; if empty, the Java runtime's own proxy settings
 *     apply
 * @param extraAuthorities certificates to trust in addition to those of the Java runtime
 */
public record HttpSettings(
        String userAgent, Duration callTimeout, Optional<ProxySettings> proxy, List<X509Certificate> extraAuthorities) {

    /** Refuses, with a {@link Fault}, a timeout that is not positive and a user agent that a header cannot contain. */
    public HttpSettings {
        extraAuthorities = List.copyOf(extraAuthorities);
        if (callTimeout.isNegative() || callTimeout.isZero()) {
            throw new Fault(
                    "The timeout is " + callTimeout.toSeconds() + " seconds, where a positive number was expected.",
                    "Set -Dmessagemedia.timeout to the seconds that one request may take, such as 30.");
        }
        if (!HeaderText.isSafe(userAgent)) {
            throw new Fault(
                    "The user agent contains a character that an HTTP header cannot contain.",
                    "Use only printable ASCII characters.");
        }
    }

    /** These settings with a timeout of at most this. */
    public HttpSettings within(Duration longest) {
        Duration time = callTimeout.compareTo(longest) < 0 ? callTimeout : longest;
        return new HttpSettings(userAgent, time, proxy, extraAuthorities);
    }

    /** These settings with more trusted authorities. */
    public HttpSettings trusting(List<X509Certificate> authorities) {
        List<X509Certificate> all = new ArrayList<>(extraAuthorities);
        all.addAll(authorities);
        return new HttpSettings(userAgent, callTimeout, proxy, all);
    }
}

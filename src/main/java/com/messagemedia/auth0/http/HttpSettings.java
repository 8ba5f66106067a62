package com.messagemedia.auth0.http;

import com.messagemedia.auth0.model.Fault;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the plugin talks HTTP.
 *
 * @param userAgent the plugin's name and version, sent with every request
 * @param callTimeout how long one request may take as a whole, from looking the host up to the reply's last byte
 * @param proxy the proxy for every host but those on loopback; where empty, the Java runtime's own proxy settings count
 * @param extraAuthorities certificates to trust besides those of the Java runtime
 */
public record HttpSettings(
        String userAgent, Duration callTimeout, Optional<ProxySettings> proxy, List<X509Certificate> extraAuthorities) {

    /** Refuses, with a {@link Fault}, a timeout that is not positive and a user agent that no header can carry. */
    public HttpSettings {
        extraAuthorities = List.copyOf(extraAuthorities);
        if (callTimeout.isNegative() || callTimeout.isZero()) {
            throw new Fault(
                    "The timeout is " + callTimeout.toSeconds() + " seconds, where a positive number was expected.",
                    "Set -Dmessagemedia.timeout to the seconds that one request may take, such as 30.");
        }
        if (!HeaderText.isSafe(userAgent)) {
            throw new Fault(
                    "The user agent holds a character that no HTTP header can carry.",
                    "Use printable ASCII characters alone.");
        }
    }

    /** These settings with a request that may take no longer than this. */
    public HttpSettings within(Duration longest) {
        Duration time = callTimeout.compareTo(longest) < 0 ? callTimeout : longest;
        return new HttpSettings(userAgent, time, proxy, extraAuthorities);
    }

    /** These settings with more authorities to trust. */
    public HttpSettings trusting(List<X509Certificate> authorities) {
        List<X509Certificate> all = new ArrayList<>(extraAuthorities);
        all.addAll(authorities);
        return new HttpSettings(userAgent, callTimeout, proxy, all);
    }
}

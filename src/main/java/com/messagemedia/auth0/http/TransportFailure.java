package com.messagemedia.auth0.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Why no answer came. What the Java runtime says is not repeated: it can name addresses that are nobody's business, and says
 * the same thing differently from one platform to the next.
 *
 * @param kind what went wrong
 * @param sentence the same for people, to follow a colon
 * @param sent whether the request was sent, or part of it
 */
public record TransportFailure(Kind kind, String sentence, boolean sent) {

    /** What went wrong. */
    public enum Kind {
        /** No whole answer in time. */
        TIMEOUT,
        /** The connection broke off before the whole answer was there. */
        CONNECTION_LOST,
        /** The host's name is not known. */
        UNKNOWN_HOST,
        /** The proxy would not let the request through. */
        PROXY_REFUSED,
        /** No connection could be made. */
        UNREACHABLE,
        /** The host's certificate is not trusted, or is not the host's. */
        UNTRUSTED_CERTIFICATE,
        /** What answers speaks another protocol than HTTP over TLS, or a version of it that is too old. */
        PROTOCOL_FAULT
    }

    /** The failure that an exception of OkHttp means, on the way to a server by these settings. */
    public static TransportFailure of(IOException failure, URI server, HttpSettings settings) {
        if (LostReplyException.isBehind(failure)) {
            return afterSending(failure, settings);
        }
        Optional<String> proxy = settings.proxy()
                .filter(configured -> !Loopback.holds(server))
                .map(configured -> configured.host() + ":" + configured.port());
        return beforeSending(failure, server.getHost(), proxy);
    }

    private static TransportFailure afterSending(IOException failure, HttpSettings settings) {
        if (isBehind(failure, NoHttpAnswerException.class)) {
            return new TransportFailure(Kind.PROTOCOL_FAULT, "the answer is not one that a web server may give", true);
        }
        return isBehind(failure, InterruptedIOException.class)
                ? new TransportFailure(
                        Kind.TIMEOUT, "no whole answer came within " + text(settings.callTimeout()), true)
                : new TransportFailure(
                        Kind.CONNECTION_LOST, "the connection broke off before the whole answer came", true);
    }

    private static String text(Duration time) {
        if (time.toMillis() % 1000 != 0) {
            return time.toMillis() + " milliseconds";
        }
        return time.toSeconds() == 1 ? "1 second" : time.toSeconds() + " seconds";
    }

    private static TransportFailure beforeSending(IOException failure, String host, Optional<String> proxy) {
        String nearest = proxy.map(name -> "the proxy " + name).orElse(host);
        if (isBehind(failure, InterruptedIOException.class)) {
            return unsent(Kind.TIMEOUT, "no connection to " + nearest + " came about in time");
        }
        if (isBehind(failure, UnknownHostException.class)) {
            return unsent(Kind.UNKNOWN_HOST, "the name of " + nearest + " is not known");
        }
        if (isBehind(failure, SSLException.class)) {
            return tls(failure, host);
        }
        boolean network = isBehind(failure, SocketException.class);
        return proxy.isPresent() && !network
                ? unsent(Kind.PROXY_REFUSED, nearest + " does not let the request through to " + host)
                : unsent(Kind.UNREACHABLE, nearest + " cannot be reached");
    }

    private static TransportFailure tls(IOException failure, String host) {
        if (isBehind(failure, SSLPeerUnverifiedException.class)) {
            return unsent(Kind.UNTRUSTED_CERTIFICATE, "the certificate shown is not one of " + host);
        }
        if (isBehind(failure, CertificateExpiredException.class)) {
            return unsent(Kind.UNTRUSTED_CERTIFICATE, "the certificate of " + host + " has expired");
        }
        if (isBehind(failure, CertificateException.class) || isBehind(failure, CertPathValidatorException.class)) {
            return unsent(
                    Kind.UNTRUSTED_CERTIFICATE,
                    "the certificate of " + host + " comes from no authority that is trusted");
        }
        // A handshake that breaks off can work the next time. One that is answered with no TLS, or refused, cannot.
        boolean brokeOff = isBehind(failure, EOFException.class) || isBehind(failure, SocketException.class);
        return unsent(
                brokeOff ? Kind.UNREACHABLE : Kind.PROTOCOL_FAULT, "no TLS connection to " + host + " could be made");
    }

    private static TransportFailure unsent(Kind kind, String sentence) {
        return new TransportFailure(kind, sentence, false);
    }

    private static boolean isBehind(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(type::isInstance);
    }

    /**
     * A failure after a connection was made: the request was sent, or part of it, and no whole reply came back. The other side
     * may have acted on it. The cause tells what broke.
     */
    static final class LostReplyException extends IOException {

        private static final long serialVersionUID = 1L;

        LostReplyException(IOException cause) {
            super("the request was sent and no whole reply came back", cause);
        }

        /** Whether a failure is one of these, or was caused by one. */
        public static boolean isBehind(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof LostReplyException) {
                    return true;
                }
            }
            return false;
        }
    }

    /** What came in answer to a request is not what an HTTP server may answer, and would not be the next time. */
    static final class NoHttpAnswerException extends IOException {

        private static final long serialVersionUID = 1L;

        NoHttpAnswerException() {
            super("the answer is not one that a web server may give");
        }
    }
}

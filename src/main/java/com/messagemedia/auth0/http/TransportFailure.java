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
 * Why a request got no answer. It does not repeat the Java runtime's messages: they can contain internal addresses,
 * and differ between platforms.
 *
 * @param kind what went wrong
 * @param sentence what went wrong, a clause that follows a colon
 * @param sent whether the request, or part of it, was sent
 */
public record TransportFailure(Kind kind, String sentence, boolean sent) {

    /** What went wrong. */
    public enum Kind {
        /** No complete answer in time. */
        TIMEOUT,
        /** The connection closed before the complete answer arrived. */
        CONNECTION_LOST,
        /** The host name is unknown. */
        UNKNOWN_HOST,
        /** The proxy refused the request. */
        PROXY_REFUSED,
        /** No connection could be made. */
        UNREACHABLE,
        /** The host's certificate is not trusted, or belongs to another host. */
        UNTRUSTED_CERTIFICATE,
        /** The server does not speak HTTP over TLS, or only an old version of TLS. */
        PROTOCOL_FAULT
    }

    /** Translates an exception of OkHttp, for a request to this server with these settings. */
    public static TransportFailure of(IOException failure, URI server, HttpSettings settings) {
        if (isBehind(failure, InterruptedIOException.class)
                && Thread.currentThread().isInterrupted()) {
            return new TransportFailure(Kind.TIMEOUT, "the run was interrupted", LostReplyException.isBehind(failure));
        }
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
            return new TransportFailure(Kind.PROTOCOL_FAULT, "the answer is not valid HTTP", true);
        }
        return isBehind(failure, InterruptedIOException.class)
                ? new TransportFailure(
                        Kind.TIMEOUT, "there was no complete answer within " + text(settings.callTimeout()), true)
                : new TransportFailure(
                        Kind.CONNECTION_LOST, "the connection closed before the complete answer arrived", true);
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
            return unsent(Kind.TIMEOUT, "the connection to " + nearest + " timed out");
        }
        if (isBehind(failure, UnknownHostException.class)) {
            return unsent(Kind.UNKNOWN_HOST, "the name of " + nearest + " cannot be resolved");
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
            return unsent(Kind.UNTRUSTED_CERTIFICATE, "the certificate does not belong to " + host);
        }
        if (isBehind(failure, CertificateExpiredException.class)) {
            return unsent(Kind.UNTRUSTED_CERTIFICATE, "the certificate of " + host + " has expired");
        }
        if (isBehind(failure, CertificateException.class) || isBehind(failure, CertPathValidatorException.class)) {
            return unsent(
                    Kind.UNTRUSTED_CERTIFICATE,
                    "the certificate of " + host + " comes from an authority that is not trusted");
        }
        // A handshake whose connection closed can work the next time. A refused one, or an answer that is not TLS,
        // fails again.
        boolean brokeOff = isBehind(failure, EOFException.class) || isBehind(failure, SocketException.class);
        return unsent(brokeOff ? Kind.UNREACHABLE : Kind.PROTOCOL_FAULT, "the TLS connection to " + host + " failed");
    }

    private static TransportFailure unsent(Kind kind, String sentence) {
        return new TransportFailure(kind, sentence, false);
    }

    private static boolean isBehind(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(type::isInstance);
    }

    /**
     * A failure after the connection was open: the request, or part of it, was sent, and no complete reply arrived.
     * The server may have processed it. The cause says what failed.
     */
    static final class LostReplyException extends IOException {

        private static final long serialVersionUID = 1L;

        LostReplyException(IOException cause) {
            super("the request was sent and no whole reply came back", cause);
        }

        /** Whether a failure is, or is caused by, a lost reply. */
        public static boolean isBehind(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof LostReplyException) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The answer is not valid HTTP; a repeat would not help. */
    static final class NoHttpAnswerException extends IOException {

        private static final long serialVersionUID = 1L;

        NoHttpAnswerException() {
            super("the answer is not valid HTTP");
        }
    }
}

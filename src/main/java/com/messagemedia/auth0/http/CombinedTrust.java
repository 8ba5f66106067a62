package com.messagemedia.auth0.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts what a company's own authorities sign, and what the Java runtime's authorities sign. The runtime has more than a hundred:
 * they are read when a server comes that the own ones do not know. Several threads may use it.
 */
final class CombinedTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager own;
    private final Authorities others;
    private @Nullable X509ExtendedTrustManager read;

    CombinedTrust(X509ExtendedTrustManager own, Authorities others) {
        this.own = own;
        this.others = others;
    }

    /** Authorities that take time to read. */
    interface Authorities {

        /** Reads them. */
        X509ExtendedTrustManager read() throws GeneralSecurityException;
    }

    /** Whether a server is trusted, asked of the own authorities or of the others. */
    private interface Question {

        void ask(X509ExtendedTrustManager authorities) throws CertificateException;
    }

    private void check(Question question) throws CertificateException {
        try {
            question.ask(own);
        } catch (CertificateException refusal) {
            checkOthers(question, refusal);
        }
    }

    /** Asks the others. If they refuse too, whoever knows the server's authority says why. */
    private void checkOthers(Question question, CertificateException refusal) throws CertificateException {
        try {
            question.ask(others(refusal));
        } catch (CertificateException second) {
            throw refusal.getCause() instanceof CertPathBuilderException ? second : refusal;
        }
    }

    /** The other authorities. If they cannot be read, the refusal of the own ones stands. */
    private synchronized X509ExtendedTrustManager others(CertificateException refusal) throws CertificateException {
        X509ExtendedTrustManager known = read;
        if (known == null) {
            try {
                known = others.read();
            } catch (GeneralSecurityException unreadable) {
                refusal.addSuppressed(unreadable);
                throw refusal;
            }
            read = known;
        }
        return known;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String exchange) throws CertificateException {
        check(authorities -> authorities.checkServerTrusted(chain, exchange));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String exchange, Socket socket)
            throws CertificateException {
        check(authorities -> authorities.checkServerTrusted(chain, exchange, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String exchange, SSLEngine engine)
            throws CertificateException {
        check(authorities -> authorities.checkServerTrusted(chain, exchange, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String exchange) throws CertificateException {
        throw new CertificateException("Nothing connects to this plugin.");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String exchange, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, exchange);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String exchange, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, exchange);
    }

    /** Returns the own authorities alone. OkHttp asks for them to shorten chains for pinned keys, and no key is pinned. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return own.getAcceptedIssuers();
    }
}

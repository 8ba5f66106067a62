package com.messagemedia.auth0.testing;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.Provider;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Mac;
import javax.crypto.MacSpi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Makes a key from a passphrase in one round, while the tests of a class run. The product takes 210,000 rounds for each value that
 * it seals or opens, half a second and more, and has no switch that could take fewer. PassphraseCostTest holds the real figure.
 */
public final class QuickDerivation implements BeforeAllCallback, AfterAllCallback {

    private static final String ALGORITHM = "HmacSHA512";
    private static final Provider PROVIDER = new Quick();

    @Override
    public void beforeAll(ExtensionContext context) {
        install();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        remove();
    }

    public void install() {
        Security.insertProviderAt(PROVIDER, 1);
    }

    public void remove() {
        Security.removeProvider(PROVIDER.getName());
    }

    private static final class Quick extends Provider {

        Quick() {
            super("QuickDerivation", "1", "One round for a key from a passphrase.");
            putService(new Service(this, "Mac", ALGORITHM, FirstRoundOnly.class.getName(), null, null));
        }
    }

    /**
     * Each round of PBKDF2 takes the output of the one before: 64 bytes in the second round. jose4j combines the rounds by exclusive
     * or, for as many bytes as a round gives. An empty output from there on leaves the key as the first round made it.
     */
    public static final class FirstRoundOnly extends MacSpi {

        private static final int LENGTH = 64;
        private static final byte[] NOTHING = {};

        private final Mac real;
        private int received;

        /** The Java runtime makes it by name. */
        public FirstRoundOnly() throws GeneralSecurityException {
            real = Mac.getInstance(ALGORITHM, "SunJCE");
        }

        @Override
        protected int engineGetMacLength() {
            return LENGTH;
        }

        @Override
        protected void engineInit(Key key, AlgorithmParameterSpec parameters) throws InvalidKeyException {
            try {
                real.init(key, parameters);
            } catch (InvalidAlgorithmParameterException e) {
                throw new InvalidKeyException(e);
            }
        }

        @Override
        protected void engineUpdate(byte input) {
            engineUpdate(new byte[] {input}, 0, 1);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            received += length;
            if (isFirst()) {
                real.update(input, offset, length);
            }
        }

        @Override
        protected byte[] engineDoFinal() {
            boolean first = isFirst();
            received = 0;
            return first ? real.doFinal() : NOTHING;
        }

        private boolean isFirst() {
            return received != LENGTH && received != 0;
        }

        @Override
        protected void engineReset() {
            received = 0;
            real.reset();
        }
    }
}

package com.messagemedia.auth0.http;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Secret;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.keys.PbkdfKey;
import org.jose4j.lang.JoseException;

/**
 * A text encrypted with a passphrase: JSON Web Encryption with PBES2-HS512+A256KW and A256GCM (RFC 7516, RFC 7518).
 * Its purpose is authenticated too: a sealed text is not valid for another purpose.
 */
public final class SealedText {

    private static final String CONTEXT = "ctx";

    /** OWASP, "Password Storage Cheat Sheet": PBKDF2-HMAC-SHA512 with 210,000 iterations. */
    private static final long ITERATIONS = 210_000;

    private SealedText() {}

    /** Encrypts a text for a purpose. */
    public static String seal(String text, String context, Secret passphrase) {
        JsonWebEncryption encryption = encryption(passphrase);
        encryption.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.PBES2_HS512_A256KW);
        encryption.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        encryption.setHeader(HeaderParameterNames.PBES2_ITERATION_COUNT, ITERATIONS);
        encryption.setHeader(CONTEXT, context);
        encryption.setPayload(text);
        try {
            return encryption.getCompactSerialization();
        } catch (JoseException unused) {
            throw new Fault(
                    "This Java runtime cannot encrypt with AES-256-GCM.",
                    "Use a Java runtime with its usual security providers.");
        }
    }

    /**
     * Decrypts a text that was sealed for a purpose; empty if the passphrase, the purpose or the sealed text is
     * wrong.
     */
    public static Optional<String> open(String locked, String context, Secret passphrase) {
        JsonWebEncryption encryption = encryption(passphrase);
        try {
            encryption.setCompactSerialization(locked);
            String text = encryption.getPayload();
            return context.equals(encryption.getHeader(CONTEXT)) ? Optional.of(text) : Optional.empty();
        } catch (JoseException unused) {
            return Optional.empty();
        }
    }

    private static JsonWebEncryption encryption(Secret passphrase) {
        JsonWebEncryption encryption = new JsonWebEncryption();
        encryption.setAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.PBES2_HS512_A256KW));
        encryption.setContentEncryptionAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM));
        encryption.setKey(new PbkdfKey(passphrase.reveal()));
        return encryption;
    }
}

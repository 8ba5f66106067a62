package com.messagemedia.auth0.redaction;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed fingerprints: HMAC-SHA-256 under a random salt, cut to 48 bits. The same value and salt give the same
 * fingerprint, so a program can answer "did it change?" without the value. Nobody can compute a long random key from
 * its fingerprint.
 *
 * @param salt the salt, base64url text of 12 random bytes
 */
public record Fingerprints(String salt) {

    /** How many characters a fingerprint has: 48 bits in base64url. */
    public static final int LENGTH = 8;

    /** 96 random bits: two salts never coincide. */
    private static final int SALT_BYTES = 12;

    private static final int FINGERPRINT_BYTES = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Fingerprints under a fresh random salt. */
    public static Fingerprints random() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Fingerprints(Base64.getUrlEncoder().withoutPadding().encodeToString(salt));
    }

    /** The fingerprint of a text, {@value #LENGTH} characters of base64url. */
    public String of(String text) {
        byte[] head = Arrays.copyOf(digest(text), FINGERPRINT_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(head);
    }

    /** A short mark for people, four hexadecimal digits: enough to see that a value changed. */
    public String mark(String text) {
        return HexFormat.of().formatHex(digest(text), 0, 2);
    }

    private byte[] digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }
}

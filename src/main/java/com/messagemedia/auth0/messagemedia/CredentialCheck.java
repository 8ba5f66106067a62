package com.messagemedia.auth0.messagemedia;

/**
 * What MessageMedia says of a key and secret.
 *
 * @param verdict whether it takes them
 * @param reason why, as a clause without any secret
 */
public record CredentialCheck(Verdict verdict, String reason) {

    /** Whether MessageMedia takes a key and secret. */
    public enum Verdict {
        /** It does. */
        ACCEPTED,
        /** It does not. */
        REFUSED,
        /** Its answer, or none, tells neither. */
        INCONCLUSIVE
    }
}

package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Numeral;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Checks private_key_jwt assertions. The client's key must sign them (RS256, RS384 or PS256), issuer and subject must
 * be the client, and the audience must be the tenant, as a single string. They live at most five minutes and work
 * once (Auth0's documentation, "Authenticate with Private Key JWT").
 */
final class Assertions {

    /** Auth0 refuses an assertion with a longer lifetime. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration SKEW = Duration.ofSeconds(10);
    private static final AlgorithmParameterSpec PSS_SHA_256 =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private final SandboxSettings settings;
    private final Set<String> audiences;
    private final Set<String> used = new HashSet<>();

    Assertions(SandboxSettings settings, Set<String> audiences) {
        this.settings = settings;
        this.audiences = audiences;
    }

    /** Whether the assertion is valid for the client. A second use of it is not valid. */
    boolean accept(String assertion) {
        String[] parts = assertion.split("\\.", -1);
        Optional<PublicKey> key = settings.client().key();
        if (parts.length != 3 || key.isEmpty()) {
            return false;
        }
        try {
            return isSigned(parts, key.get()) && isForUs(decode(parts[1]));
        } catch (GeneralSecurityException | JsonFormatException | IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static boolean isSigned(String[] parts, PublicKey key)
            throws GeneralSecurityException, JsonFormatException {
        Signature signature = signature(text(decode(parts[0]), "alg"));
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static Signature signature(String algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case "RS256" -> Signature.getInstance("SHA256withRSA");
            case "RS384" -> Signature.getInstance("SHA384withRSA");
            case "PS256" -> pss();
            default -> throw new GeneralSecurityException("not an algorithm that Auth0 takes");
        };
    }

    private static Signature pss() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(PSS_SHA_256);
        return signature;
    }

    private boolean isForUs(Tree claims) {
        String client = settings.client().id();
        return text(claims, "iss").equals(client)
                && text(claims, "sub").equals(client)
                && audiences.contains(text(claims, "aud"))
                && isFresh(claims)
                && isFirstUse(text(claims, "jti"));
    }

    private boolean isFresh(Tree claims) {
        if (!(claims.members().get("exp") instanceof Numeral exp)) {
            return false;
        }
        Instant expires = Instant.ofEpochSecond(Long.parseLong(exp.literal()));
        Instant now = settings.clock().instant();
        return now.minus(SKEW).isBefore(expires)
                && !now.plus(LONGEST).plus(SKEW).isBefore(expires);
    }

    private synchronized boolean isFirstUse(String id) {
        return !id.isEmpty() && used.add(id);
    }

    private static String text(Tree tree, String key) {
        return tree.members().get(key) instanceof Text text ? text.text() : "";
    }

    private static Tree decode(String part) throws JsonFormatException {
        Value value = Json.parse(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        return value instanceof Tree tree ? tree : Tree.EMPTY;
    }
}

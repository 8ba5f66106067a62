package com.messagemedia.auth0.sandbox.page;

import com.messagemedia.auth0.delivery.ConnectionSecrets;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a request or a reply as the journal shows it: readable JSON without secrets. It masks by the place of a
 * value: the secret options of a connection, the values of an Action's secrets, a provider's credentials, and all that
 * a sign-in carries. A body that it cannot read could hide a secret anywhere, so it shows only its length.
 */
final class BodyText {

    /** Enough for a connection and its options. */
    static final int SHOWN = 6000;

    private static final String SIGN_IN = "/oauth/token";

    /** The members of a sign-in that are no secret. */
    private static final Set<String> HARMLESS = Set.of(
            "grant_type",
            "client_id",
            "client_assertion_type",
            "audience",
            "scope",
            "expires_in",
            "token_type",
            "error",
            "error_description");

    /** The members of any other body that are secret wherever they are, each as {@link #plain} makes it. */
    private static final Set<String> SECRET = Set.of(
            "clientsecret",
            "clientassertion",
            "accesstoken",
            "refreshtoken",
            "idtoken",
            "authtoken",
            "twiliotoken",
            "password",
            "credentials");

    /** The members of an Action's secret that are none. */
    private static final Set<String> NAMES = Set.of("name", "updated_at");

    private static final String AUTHENTICATION = "gatewayauthentication";

    private final Masks masks;
    private final boolean signIn;

    private BodyText(Masks masks, boolean signIn) {
        this.masks = masks;
        this.signIn = signIn;
    }

    /**
     * The text for the journal; empty if there is no body.
     *
     * @param path the path of the request
     */
    static String of(String path, BodyCopy body, Masks masks) {
        if (body.bytes() == 0) {
            return "";
        }
        Optional<Value> value = body.text().flatMap(BodyText::parse);
        if (value.isEmpty()) {
            String why = body.text().isEmpty() ? "too long to keep" : "neither JSON nor a form";
            return "(" + body.bytes() + " bytes, " + why + ", so they are not shown)";
        }
        Value masked = new BodyText(masks, SIGN_IN.equals(path)).value(value.get());
        return cut(masks.scrub(Json.writePretty(masked).strip()), SHOWN);
    }

    /** A text of at most so many characters, and how many there are. */
    static String cut(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "\n… (the first " + most + " of " + length
                        + " characters)";
    }

    private static Optional<Value> parse(String text) {
        try {
            return Optional.of(Json.parse(text));
        } catch (JsonFormatException unused) {
            return form(text);
        }
    }

    private static Optional<Value> form(String text) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] halves = pair.split("=", 2);
            if (halves.length < 2 || !halves[0].matches("[a-z_]{1,40}")) {
                return Optional.empty();
            }
            try {
                members.put(halves[0], Value.of(URLDecoder.decode(halves[1], StandardCharsets.UTF_8)));
            } catch (IllegalArgumentException unused) {
                return Optional.empty();
            }
        }
        return Optional.of(new Tree(members));
    }

    private Value value(Value value) {
        if (value instanceof Array array) {
            return new Array(array.items().stream().map(this::value).toList());
        }
        if (!(value instanceof Tree tree)) {
            return value;
        }
        Map<String, Value> members = new LinkedHashMap<>();
        tree.members().forEach((key, member) -> members.put(key, member(key, member)));
        return new Tree(members);
    }

    /** A careless request is refused, and shows here all the same: its secrets may be in the wrong case or shape. */
    private Value member(String key, Value value) {
        if (SECRET.contains(plain(key)) || (signIn && !HARMLESS.contains(key))) {
            return masks.masked(value);
        }
        return switch (plain(key)) {
            case "options" -> options(value);
            case AUTHENTICATION -> option(FieldPath.of("gateway_authentication"), value);
            case "secrets" -> secrets(value);
            default -> value(value);
        };
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    }

    private Value options(Value value) {
        if (value instanceof Array array) {
            return new Array(array.items().stream().map(this::options).toList());
        }
        if (!(value instanceof Tree options)) {
            return value;
        }
        Map<String, Value> members = new LinkedHashMap<>();
        options.members().forEach((key, member) -> members.put(key, option(FieldPath.of(key), member)));
        return new Tree(members);
    }

    private Value option(FieldPath path, Value value) {
        if (value instanceof Tree tree && !tree.members().isEmpty()) {
            Map<String, Value> members = new LinkedHashMap<>();
            tree.members().forEach((key, member) -> members.put(key, option(path.child(key), member)));
            return new Tree(members);
        }
        boolean secret = ConnectionSecrets.PATHS.isSecret(path) || SECRET.contains(plain(path.last()));
        boolean wrongShape = plain(path.last()).equals(AUTHENTICATION);
        return secret || wrongShape ? masks.masked(value) : value(value);
    }

    private Value secrets(Value value) {
        return value instanceof Array secrets
                ? new Array(secrets.items().stream().map(this::secret).toList())
                : masks.masked(value);
    }

    private Value secret(Value secret) {
        if (!(secret instanceof Tree tree)) {
            return masks.masked(secret);
        }
        Map<String, Value> members = new LinkedHashMap<>();
        tree.members()
                .forEach((key, value) -> members.put(key, NAMES.contains(key) ? value(value) : masks.masked(value)));
        return new Tree(members);
    }
}

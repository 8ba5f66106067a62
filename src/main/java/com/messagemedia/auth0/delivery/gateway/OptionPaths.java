package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.delivery.ConnectionSecrets;
import com.messagemedia.auth0.delivery.ConnectionSwitch;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.SecretPaths;
import java.util.List;
import java.util.Optional;

/**
 * The options of an SMS connection that the plugin knows, by Auth0's own names (Auth0 Management API, schema {@code
 * ConnectionOptionsSMS}).
 */
public final class OptionPaths {

    /** Who carries the messages: {@code sms_gateway} or {@code twilio}; absent means Twilio. */
    public static final FieldPath PROVIDER = FieldPath.of("provider");

    /** Where Auth0 posts each message. */
    public static final FieldPath GATEWAY_URL = FieldPath.of("gateway_url");

    /** The object from which Auth0 makes the token that it sends to the gateway. */
    public static final FieldPath GATEWAY_AUTHENTICATION = FieldPath.of("gateway_authentication");

    /** How Auth0 authenticates to the gateway; only {@code bearer} is documented. */
    public static final FieldPath METHOD = GATEWAY_AUTHENTICATION.child("method");

    /** The token's subject: for MessageMedia the API key. */
    public static final FieldPath SUBJECT = GATEWAY_AUTHENTICATION.child("subject");

    /** The token's audience: for MessageMedia the API secret. */
    public static final FieldPath AUDIENCE = GATEWAY_AUTHENTICATION.child("audience");

    /** The key that signs the token: for MessageMedia a public constant. */
    public static final FieldPath SECRET = GATEWAY_AUTHENTICATION.child("secret");

    /** Whether {@link #SECRET} is base64url text. */
    public static final FieldPath SECRET_BASE64_ENCODED = GATEWAY_AUTHENTICATION.child("secret_base64_encoded");

    /** The sender of each message. */
    public static final FieldPath FROM = FieldPath.of("from");

    /** The text of each message. */
    public static final FieldPath TEMPLATE = FieldPath.of("template");

    /** The template's language: {@code liquid} or {@code md_with_macros}. */
    public static final FieldPath SYNTAX = FieldPath.of("syntax");

    /** How many digits a code has. */
    public static final FieldPath TOTP_LENGTH = FieldPath.of("totp", "length");

    /** The Twilio account. */
    public static final FieldPath TWILIO_SID = FieldPath.of("twilio_sid");

    /** The Twilio account's token. */
    public static final FieldPath TWILIO_TOKEN = FieldPath.of("twilio_token");

    /** The undocumented switch that sends messages through the tenant's phone provider instead of the gateway. */
    public static final FieldPath USE_PHONE_PROVIDER = ConnectionSwitch.PATH;

    /** The secret paths. */
    public static final SecretPaths SECRETS = ConnectionSecrets.PATHS;

    /** The provider that posts to a gateway. */
    public static final String SMS_GATEWAY = "sms_gateway";

    private OptionPaths() {}

    /**
     * Returns whether a path belongs to the gateway unit (provider, gateway URL, gateway authentication). The merge decides
     * the unit as a whole: credentials never mix, and none goes to a gateway that somebody else set.
     */
    public static boolean inGatewayUnit(FieldPath path) {
        return path.startsWith(PROVIDER) || path.startsWith(GATEWAY_URL) || path.startsWith(GATEWAY_AUTHENTICATION);
    }

    /** Returns whether these options name the SMS gateway as their provider. */
    public static boolean usesGateway(Options options) {
        return text(options, PROVIDER).orElse("").equals(SMS_GATEWAY);
    }

    /** Returns the string at a path; empty if there is none. */
    public static Optional<String> text(Options options, FieldPath path) {
        Value value = options.get(path).orElse(Value.Null.NULL);
        return value instanceof Value.Text text ? Optional.of(text.text()) : Optional.empty();
    }

    /** Returns the keys that only Twilio needs. A switch to the gateway removes them. */
    public static List<FieldPath> twilioKeys() {
        return List.of(TWILIO_SID, TWILIO_TOKEN);
    }
}

package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.plan.PathCodes;
import java.util.Map;

/**
 * The letters of the usual paths in an applied record. All deliveries share them, so that a record stays readable when a
 * descriptor changes its delivery.
 */
public final class RecordLetters {

    /** The letters. A letter never changes its meaning. */
    public static final PathCodes CODES = new PathCodes(Map.ofEntries(
            Map.entry(FieldPath.of("provider"), 'p'),
            Map.entry(FieldPath.of("gateway_url"), 'u'),
            Map.entry(FieldPath.of("gateway_authentication", "method"), 'm'),
            Map.entry(FieldPath.of("gateway_authentication", "subject"), 's'),
            Map.entry(FieldPath.of("gateway_authentication", "audience"), 'a'),
            Map.entry(FieldPath.of("gateway_authentication", "secret"), 'k'),
            Map.entry(FieldPath.of("gateway_authentication", "secret_base64_encoded"), 'b'),
            Map.entry(FieldPath.of("from"), 'f'),
            Map.entry(FieldPath.of("template"), 't'),
            Map.entry(FieldPath.of("syntax"), 'x'),
            Map.entry(FieldPath.of("totp", "length"), 'l'),
            Map.entry(FieldPath.of("totp", "time_step"), 'e'),
            Map.entry(FieldPath.of("forward_req_info"), 'r'),
            Map.entry(FieldPath.of("disable_signup"), 'd'),
            Map.entry(FieldPath.of("brute_force_protection"), 'B'),
            Map.entry(FieldPath.of("name"), 'n'),
            Map.entry(FieldPath.of("messaging_service_sid"), 'g'),
            Map.entry(FieldPath.of("twilio_sid"), 'i'),
            Map.entry(FieldPath.of("twilio_token"), 'w'),
            Map.entry(FieldPath.of("non_persistent_attrs"), 'o'),
            Map.entry(FieldPath.of("action", "code"), 'c'),
            Map.entry(FieldPath.of("action", "runtime"), 'R'),
            Map.entry(FieldPath.of("action", "dependencies"), 'D'),
            Map.entry(FieldPath.of("action", "secrets", "MESSAGEMEDIA_API_KEY"), 'K'),
            Map.entry(FieldPath.of("action", "secrets", "MESSAGEMEDIA_API_SECRET"), 'S'),
            Map.entry(FieldPath.of("binding", "action"), 'A'),
            Map.entry(FieldPath.of("phoneProvider", "name"), 'N'),
            Map.entry(FieldPath.of("phoneProvider", "disabled"), 'O'),
            Map.entry(FieldPath.of("phoneProvider", "configuration", "delivery_methods"), 'M'),
            Map.entry(FieldPath.of("phoneTemplate", "otp_verify", "text"), 'v'),
            Map.entry(FieldPath.of("phoneTemplate", "otp_enroll", "text"), 'E')));

    private RecordLetters() {}
}

package com.messagemedia.auth0.applied;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.OptionPaths;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The short form of the paths that a record usually holds: one letter each, so that a full descriptor fits one metadata
 * entry. Part of the record's format: a letter never changes its meaning within a version.
 */
final class PathCodes {

    private static final Map<FieldPath, Character> CODES = new TreeMap<>(Map.ofEntries(
            Map.entry(OptionPaths.PROVIDER, 'p'),
            Map.entry(OptionPaths.GATEWAY_URL, 'u'),
            Map.entry(OptionPaths.METHOD, 'm'),
            Map.entry(OptionPaths.SUBJECT, 's'),
            Map.entry(OptionPaths.AUDIENCE, 'a'),
            Map.entry(OptionPaths.SECRET, 'k'),
            Map.entry(OptionPaths.SECRET_BASE64_ENCODED, 'b'),
            Map.entry(OptionPaths.FROM, 'f'),
            Map.entry(OptionPaths.TEMPLATE, 't'),
            Map.entry(OptionPaths.SYNTAX, 'x'),
            Map.entry(OptionPaths.TOTP_LENGTH, 'l'),
            Map.entry(FieldPath.of("totp", "time_step"), 'e'),
            Map.entry(FieldPath.of("forward_req_info"), 'r'),
            Map.entry(FieldPath.of("disable_signup"), 'd'),
            Map.entry(FieldPath.of("brute_force_protection"), 'B'),
            Map.entry(FieldPath.of("name"), 'n'),
            Map.entry(FieldPath.of("messaging_service_sid"), 'g'),
            Map.entry(OptionPaths.TWILIO_SID, 'i'),
            Map.entry(OptionPaths.TWILIO_TOKEN, 'w'),
            Map.entry(FieldPath.of("non_persistent_attrs"), 'o')));

    private PathCodes() {}

    static Optional<Character> code(FieldPath path) {
        return Optional.ofNullable(CODES.get(path));
    }

    static Optional<FieldPath> path(char code) {
        return CODES.entrySet().stream()
                .filter(entry -> entry.getValue() == code)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}

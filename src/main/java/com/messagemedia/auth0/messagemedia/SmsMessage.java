package com.messagemedia.auth0.messagemedia;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A message for MessageMedia's API (MessageMedia documentation, "Send messages"), with the same members as the message
 * that the Action of a phone provider sends.
 *
 * @param recipient the recipient's number in international form
 * @param text the whole text
 * @param sender the sender; empty if MessageMedia chooses one
 * @param expiry when MessageMedia must stop trying to deliver it; empty if never
 */
public record SmsMessage(String recipient, String text, Optional<String> sender, Optional<Instant> expiry) {

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The body of a request that sends this message alone. */
    Tree body() {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("content", Value.of(text));
        members.put("destination_number", Value.of(recipient));
        members.put("format", Value.of("SMS"));
        sender.ifPresent(from -> {
            members.put("source_number", Value.of(from));
            members.put("source_number_type", Value.of(type(from)));
        });
        expiry.ifPresent(end -> members.put("message_expiry_timestamp", Value.of(MILLISECONDS.format(end))));
        return new Tree(Map.of("messages", new Array(List.of(new Tree(members)))));
    }

    /** MessageMedia guesses a type that is missing, and says that it can guess wrong. */
    private static String type(String sender) {
        if (!sender.matches("[+0-9]*")) {
            return "ALPHANUMERIC";
        }
        return sender.matches("[0-9]{1,7}") ? "SHORTCODE" : "INTERNATIONAL";
    }

    /** Shows neither number nor text. */
    @Override
    public String toString() {
        return "message of " + text.length() + " characters";
    }
}

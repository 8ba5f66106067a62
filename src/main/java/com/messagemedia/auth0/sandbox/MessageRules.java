package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Null;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sms.Sender;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What MessageMedia checks in a request to send messages (MessageMedia documentation, "Send messages"). Each problem
 * begins with a JSON pointer. As there, a problem with one message refuses all.
 */
final class MessageRules {

    private static final int MOST_MESSAGES = 100;
    private static final int LONGEST_CONTENT = 5000;
    private static final int MOST_METADATA = 10;
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_VALUE = 256;
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]*");
    private static final Map<String, Set<String>> WORDS = Map.of(
            "format", Set.of("SMS", "MMS", "TTS"),
            "source_number_type", Set.of("INTERNATIONAL", "ALPHANUMERIC", "SHORTCODE"));

    private MessageRules() {}

    /** All problems of a request's body; empty if it can be sent. */
    static List<String> problems(Value body) {
        Array messages = body instanceof Tree tree ? Members.array(tree, "messages") : new Array(List.of());
        int size = messages.items().size();
        if (size == 0 || size > MOST_MESSAGES) {
            return List.of("/messages: must have 1 to " + MOST_MESSAGES + " messages");
        }
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            check("/messages/" + i, messages.items().get(i), problems);
        }
        return problems;
    }

    private static void check(String place, Value value, List<String> problems) {
        if (!(value instanceof Tree message)) {
            problems.add(place + ": must be an object");
            return;
        }
        String content = Members.text(message, "content");
        if (content.isEmpty() || content.length() > LONGEST_CONTENT) {
            problems.add(place + "/content: must have 1 to " + LONGEST_CONTENT + " characters");
        }
        number(place + "/destination_number", Members.text(message, "destination_number"), problems);
        WORDS.forEach((key, words) -> {
            if (isSet(message, key) && !words.contains(Members.text(message, key))) {
                problems.add(place + "/" + key + ": must be one of "
                        + String.join(", ", words.stream().sorted().toList()));
            }
        });
        if (isSet(message, "source_number_type") && !isSet(message, "source_number")) {
            problems.add(place + "/source_number_type: is valid only with source_number");
        }
        expiry(place + "/message_expiry_timestamp", message, problems);
        metadata(place + "/metadata", message, problems);
    }

    private static boolean isSet(Tree message, String key) {
        return !(message.members().getOrDefault(key, Null.NULL) instanceof Null);
    }

    private static void number(String place, String number, List<String> problems) {
        if (!DIGITS.matcher(number).matches()) {
            problems.add(place + ": International address contains invalid characters");
        } else if (!Sender.isInternational(number)) {
            problems.add(place + ": International address must be between 8 and 15 characters excluding the first '+'");
        }
    }

    private static void expiry(String place, Tree message, List<String> problems) {
        if (!isSet(message, "message_expiry_timestamp")) {
            return;
        }
        try {
            OffsetDateTime.parse(Members.text(message, "message_expiry_timestamp"));
        } catch (DateTimeException unused) {
            problems.add(place + ": must be a date and time in ISO 8601");
        }
    }

    private static void metadata(String place, Tree message, List<String> problems) {
        if (!isSet(message, "metadata")) {
            return;
        }
        Map<String, Value> pairs = Members.tree(message, "metadata").members();
        boolean fits = pairs.size() <= MOST_METADATA
                && message.members().get("metadata") instanceof Tree
                && pairs.entrySet().stream().allMatch(MessageRules::fits);
        if (!fits) {
            problems.add(place + ": must have at most " + MOST_METADATA + " texts, with keys of at most " + LONGEST_KEY
                    + " and values of at most " + LONGEST_VALUE + " characters");
        }
    }

    private static boolean fits(Map.Entry<String, Value> pair) {
        return pair.getKey().length() <= LONGEST_KEY
                && pair.getValue() instanceof Text text
                && text.text().length() <= LONGEST_VALUE;
    }
}

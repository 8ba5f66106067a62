package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes bytes for a series of choices, and makes paths and trees of them. Where the bytes end, the first choice is taken. */
final class FuzzedChoices {

    private static final int DEEPEST = 4;
    private static final List<String> KEYS = List.of(
            "a",
            "b",
            "a.b",
            "",
            "\"\\\n",
            "\ud83d\ude00",
            "provider",
            "gateway_url",
            "gateway_authentication",
            "method",
            "subject",
            "audience",
            "secret",
            "from",
            "forward_req_info",
            "twilio_sid",
            "twilio_token",
            "totp");
    private static final List<String> TEXTS =
            List.of("", "s", "sms_gateway", "twilio", "true", "https://auth0-api.messagemedia.com/messages");
    private static final List<String> NUMBERS = List.of("0", "-0", "6", "6.0", "6e0", "1e999999999", "1e-999999999");

    private final byte[] bytes;
    private int next;

    FuzzedChoices(byte[] bytes) {
        this.bytes = bytes;
    }

    int below(int bound) {
        return next < bytes.length ? (bytes[next++] & 0xFF) % bound : 0;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    Options options() {
        return new Options(tree(0));
    }

    /** These options after a few edits, so that base, desired and live have much in common. */
    Options edited(Options options) {
        Options edited = options;
        for (int edits = below(6); edits > 0; edits--) {
            FieldPath path = path(edited);
            edited = below(3) == 0
                    ? edited.without(path)
                    : edited.with(path, value(path.segments().size()));
        }
        return edited;
    }

    /** A path that is often one of these options. */
    FieldPath path(Options options) {
        List<FieldPath> present = List.copyOf(options.leaves().keySet());
        if (!present.isEmpty() && below(2) == 0) {
            return of(present);
        }
        List<String> keys = new ArrayList<>();
        for (int depth = below(DEEPEST); depth >= 0; depth--) {
            keys.add(of(KEYS));
        }
        return new FieldPath(keys);
    }

    private Value.Tree tree(int depth) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (int count = below(6); count > 0; count--) {
            members.put(of(KEYS), value(depth + 1));
        }
        return new Value.Tree(members);
    }

    private Value value(int depth) {
        return switch (below(depth < DEEPEST ? 7 : 5)) {
            case 0 -> Value.of(of(TEXTS));
            case 1 -> new Value.Numeral(of(NUMBERS));
            case 2 -> Value.of(below(2) == 0);
            case 3 -> Value.Null.NULL;
            case 4 -> Value.Tree.EMPTY;
            case 5 -> new Value.Array(List.of(value(depth + 1), value(depth + 1)));
            default -> tree(depth);
        };
    }
}

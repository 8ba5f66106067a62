package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.delivery.ConnectionSwitch;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.List;

/**
 * The options with which a connection of an older tenant sends by itself. They stay until the connection says that it uses
 * the phone provider: before, they are what sends the messages.
 */
final class GatewayLeftovers {

    private static final List<FieldPath> PATHS = List.of(
            FieldPath.of("provider"),
            FieldPath.of("gateway_url"),
            FieldPath.of("gateway_authentication"),
            FieldPath.of("twilio_sid"),
            FieldPath.of("twilio_token"),
            FieldPath.of("messaging_service_sid"),
            FieldPath.of("from"),
            FieldPath.of("template"),
            FieldPath.of("syntax"),
            FieldPath.of("forward_req_info"));

    /** Without one of these, which it has, the connection itself sends nothing. */
    private static final List<FieldPath> NEEDED = List.of(
            FieldPath.of("provider"),
            FieldPath.of("gateway_url"),
            FieldPath.of("gateway_authentication"),
            FieldPath.of("twilio_sid"),
            FieldPath.of("twilio_token"));

    private GatewayLeftovers() {}

    /** Returns whether a path is one of them, or below one. */
    static boolean hold(FieldPath path) {
        for (FieldPath leftover : PATHS) {
            if (path.startsWith(leftover)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the connection may send by its own options: it has some, and does not say that it uses others. */
    static boolean maySend(Options live) {
        return !areUnused(live) && NEEDED.stream().anyMatch(path -> has(live, path));
    }

    /** Returns whether the connection may send by its own options, and a change takes what it needs for that. */
    static boolean stop(Options live, Options merged) {
        return !areUnused(live) && NEEDED.stream().anyMatch(path -> has(live, path) && !has(merged, path));
    }

    private static boolean has(Options options, FieldPath path) {
        return !options.get(path).orElse(Value.Null.NULL).equals(Value.Null.NULL);
    }

    /** Returns whether the connection says that it sends through the phone provider. */
    static boolean areUnused(Options live) {
        return ConnectionSwitch.of(live) == ConnectionSwitch.ON;
    }
}

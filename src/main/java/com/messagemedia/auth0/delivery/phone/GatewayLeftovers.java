package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.delivery.ConnectionSwitch;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
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

    private GatewayLeftovers() {}

    /** Returns the options with everything below them. */
    static List<FieldPath> paths() {
        return PATHS;
    }

    /** Returns whether a path is one of them, or below one. */
    static boolean hold(FieldPath path) {
        return PATHS.stream().anyMatch(path::startsWith);
    }

    /** Returns whether the connection says that it sends through the phone provider. */
    static boolean areUnused(Options live) {
        return ConnectionSwitch.of(live) == ConnectionSwitch.ON;
    }
}

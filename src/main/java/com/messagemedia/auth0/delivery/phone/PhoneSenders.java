package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.auth0.PhoneProvider;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what sends the messages of a tenant. */
final class PhoneSenders {

    private PhoneSenders() {}

    /** Returns each way that can send a message now, in a few words; "nothing yet" if there is none. */
    static List<String> of(Options live) {
        List<String> senders = new ArrayList<>();
        if (isOn(live)) {
            if (!is(live, PhonePaths.PROVIDER_NAME, Value.of(PhoneProvider.CUSTOM))) {
                senders.add("Twilio as the phone provider");
            } else if (live.get(PhonePaths.CODE).isPresent() && is(live, PhonePaths.BOUND, Value.of(true))) {
                senders.add("the deployed Action");
            }
        }
        if (GatewayLeftovers.maySend(live)) {
            senders.add("the connection's own gateway or Twilio options, where it does not use the phone provider");
        }
        return senders.isEmpty() ? List.of("nothing yet") : senders;
    }

    private static boolean isOn(Options live) {
        return is(live, PhonePaths.DISABLED, Value.of(false))
                && live.get(PhonePaths.METHODS).orElse(Value.Null.NULL) instanceof Value.Array methods
                && methods.items().contains(Value.of("text"));
    }

    private static boolean is(Options live, FieldPath path, Value value) {
        return live.get(path).equals(Optional.of(value));
    }
}

package com.messagemedia.auth0.export;

import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.auth0.PhoneProvider;
import com.messagemedia.auth0.delivery.ConnectionSwitch;
import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.delivery.Scopes;
import com.messagemedia.auth0.export.ConnectionExport.Ways;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The delivery that a live connection uses. The connection's own switch decides. Without one, the tenant's setting decides
 * together with a phone provider that runs an Action.
 *
 * @param notes what a user should know about this
 */
record DeliveryInUse(Delivery delivery, List<String> notes) {

    private static final List<String> TO_TELL = List.of(Scopes.TENANT_SETTINGS, "read:phone_providers");

    private static final String UNSURE =
            "The connection has options to send by itself, and does not say whether it uses the tenant's phone provider. If it"
                    + " does not, take delivery and phoneProvider out of the file.";

    DeliveryInUse {
        notes = List.copyOf(notes);
    }

    /** Finds out, with no request where the connection says it or the token may not ask. */
    static DeliveryInUse of(Connection live, ManagementClient client, Ways ways) {
        Options options = live.options().orElse(Options.EMPTY);
        ConnectionSwitch said = ConnectionSwitch.of(options);
        boolean own = ways.connection().export().sends(options);
        return switch (said) {
            case ON -> provider(client, ways, List.of());
            case OFF -> new DeliveryInUse(ways.connection(), List.of());
            case ABSENT, UNKNOWN -> ofTenant(client, ways, own);
        };
    }

    private static DeliveryInUse ofTenant(ManagementClient client, Ways ways, boolean own) {
        Optional<Set<String>> granted = client.scopes();
        List<String> missing = granted.isEmpty() ? TO_TELL : new Scopes(TO_TELL).missing(granted);
        if (!missing.isEmpty()) {
            return new DeliveryInUse(ways.connection(), own ? List.of() : List.of(blind(missing)));
        }
        boolean sends = client.isOnUnifiedPhoneExperience()
                && client.phone().providers().stream()
                        .anyMatch(one -> one.name().equals(PhoneProvider.CUSTOM) && !one.disabled());
        if (!sends) {
            return new DeliveryInUse(ways.connection(), List.of());
        }
        return provider(client, ways, own ? List.of(UNSURE) : List.of());
    }

    private static String blind(List<String> missing) {
        return "The token may not read whether the tenant sends through its phone provider. Grant "
                + String.join(" and ", missing) + ", and export again, if it was created since March 2025.";
    }

    private static DeliveryInUse provider(ManagementClient client, Ways ways, List<String> notes) {
        List<String> missing = ways.provider().export().scopes().missing(client.scopes());
        if (!missing.isEmpty()) {
            return new DeliveryInUse(
                    ways.connection(),
                    List.of(
                            "The connection sends through the tenant's phone provider, and the token may not read it. The file"
                                    + " describes the connection alone. Grant " + String.join(", ", missing)
                                    + ", and export again."));
        }
        List<String> all = new ArrayList<>(List.of("The tenant sends through its phone provider."));
        all.addAll(notes);
        return new DeliveryInUse(ways.provider(), all);
    }
}

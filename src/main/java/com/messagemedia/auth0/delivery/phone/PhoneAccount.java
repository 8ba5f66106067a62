package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.messagemedia.MessageMediaClient;
import com.messagemedia.auth0.messagemedia.Region;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The MessageMedia account of an Action, as the descriptor says it: Auth0 shows no secret.
 *
 * @param key the API key; empty if the descriptor has none for the Action
 * @param secret the API secret
 * @param address the API's address
 * @param region the region that the Action calls
 */
public record PhoneAccount(Optional<Secret> key, Optional<Secret> secret, URI address, Region region) {

    /**
     * The account of a descriptor.
     *
     * @param tenant the tenant; one on loopback is a sandbox, which has its own MessageMedia
     * @param region the region that the Action calls
     */
    public static PhoneAccount of(Descriptor descriptor, TenantAddress tenant, Region region) {
        return new PhoneAccount(
                secret(descriptor, PhonePaths.API_KEY),
                secret(descriptor, PhonePaths.API_SECRET),
                tenant.isLoopback() ? tenant.url() : region.address(),
                region);
    }

    private static Optional<Secret> secret(Descriptor descriptor, FieldPath path) {
        return descriptor
                .desired()
                .get(path)
                .map(value -> value instanceof Value.Text text ? text.text() : "")
                .filter(text -> !text.isBlank())
                .map(Secret::new);
    }

    /** The region that the Action of a descriptor calls. */
    public static Region region(Descriptor descriptor) {
        return descriptor.phone().region().flatMap(Region::of).orElse(Region.AU);
    }

    /** A client for the account; empty if there is no key and secret. */
    public Optional<MessageMediaClient> open(HttpSettings http) {
        return key.isEmpty() || secret.isEmpty()
                ? Optional.empty()
                : Optional.of(MessageMediaClient.open(address, key.get(), secret.get(), http));
    }

    /** What to do if MessageMedia refuses a key and secret in a region. */
    public static String newPair(Region region) {
        String others = region.others().stream().map(Region::word).collect(Collectors.joining(" or "));
        return "A key works in its own region only: if yours is one of " + others
                + ", write it as region under messageMedia. If not, create an API key for Basic authentication in"
                + " MessageMedia's API settings, and apply the key as apiKey and its secret as apiSecret. MessageMedia"
                + " shows a secret only once.";
    }
}

package com.messagemedia.auth0.doctor;

import com.messagemedia.auth0.delivery.gateway.GatewayHosts;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.messagemedia.MessageMediaClient;
import com.messagemedia.auth0.messagemedia.Region;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.plan.Plan;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The MessageMedia account whose key and secret Auth0 would use after a plan.
 *
 * @param plan the plan
 * @param tenant the tenant; one on loopback has its own MessageMedia
 * @param region where the account is
 */
public record MessageMediaAccount(Plan plan, TenantAddress tenant, Region region) {

    /** For each of the two requests. A check must not hold up an apply; without a reply, the goal warns and goes on. */
    static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Whether the plan changes where or with which credentials messages are sent. */
    public boolean isTouched() {
        return plan.merge().decisions().stream()
                .filter(Decision::changesLive)
                .map(Decision::path)
                .anyMatch(OptionPaths::inGatewayUnit);
    }

    /** A client for the account, with a short timeout; empty if the planned options hold no key and secret of MessageMedia. */
    public Optional<MessageMediaClient> open(HttpSettings http) {
        return client(plan.body(), tenant, region, http);
    }

    /** A client for the account in these options; empty if they hold no key and secret of MessageMedia. */
    static Optional<MessageMediaClient> client(
            Options options, TenantAddress tenant, Region region, HttpSettings http) {
        Optional<Secret> key = credential(options, OptionPaths.SUBJECT);
        Optional<Secret> secret = credential(options, OptionPaths.AUDIENCE);
        if (key.isEmpty() || secret.isEmpty()) {
            return Optional.empty();
        }
        URI address = tenant.isLoopback() ? tenant.url() : region.address();
        return Optional.of(MessageMediaClient.open(address, key.get(), secret.get(), http.within(PATIENCE)));
    }

    /**
     * Whether the credentials in these options belong to MessageMedia: Auth0 sends them to its gateway, or signs them with its
     * public secret, for a gateway that forwards to it. Credentials of another gateway are never sent to MessageMedia.
     */
    static boolean isMessageMedias(Options options) {
        boolean known = OptionPaths.text(options, OptionPaths.GATEWAY_URL)
                .flatMap(GatewayHosts::host)
                .filter(GatewayHosts::isKnown)
                .isPresent();
        boolean word = OptionPaths.text(options, OptionPaths.SECRET)
                .filter(SandboxCredentials.GATEWAY_SECRET::equals)
                .isPresent();
        return OptionPaths.usesGateway(options) && (known || word);
    }

    private static Optional<Secret> credential(Options options, FieldPath path) {
        return isMessageMedias(options)
                ? OptionPaths.text(options, path)
                        .filter(text -> !text.isBlank())
                        .map(Secret::new)
                : Optional.empty();
    }
}

package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.plan.Plan.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks the merged options: whether they can send a message, and whether the credentials go only to a host that the
 * descriptor allows. Sources: Auth0 Management API, schema {@code ConnectionGatewayAuthenticationSMS}; Auth0 documentation,
 * "Set Up Custom SMS Gateway".
 */
final class SendingOptions {

    private final Options merged;
    private final Options desired;

    SendingOptions(Options merged, Options desired) {
        this.merged = merged;
        this.desired = desired;
    }

    boolean useGateway() {
        return OptionPaths.usesGateway(merged);
    }

    /** Returns the required paths that are missing or not text. */
    List<FieldPath> missing() {
        return required().stream()
                .filter(path -> OptionPaths.text(merged, path)
                        .filter(text -> !text.isBlank())
                        .isEmpty())
                .toList();
    }

    private List<FieldPath> required() {
        if (!useGateway()) {
            return OptionPaths.twilioKeys();
        }
        List<FieldPath> required = new ArrayList<>(
                List.of(OptionPaths.GATEWAY_URL, OptionPaths.METHOD, OptionPaths.AUDIENCE, OptionPaths.SECRET));
        boolean messageMedia = host().filter(GatewayHosts::isKnown).isPresent();
        if (messageMedia || desired.get(OptionPaths.SUBJECT).isPresent()) {
            required.add(OptionPaths.SUBJECT);
        }
        return required;
    }

    private Optional<String> host() {
        return OptionPaths.text(merged, OptionPaths.GATEWAY_URL).flatMap(GatewayHosts::host);
    }

    /**
     * Returns why the merged gateway may not receive the merged credentials. It returns empty if the address and the
     * credentials all come from somebody else.
     */
    Optional<Refusal> refuseHost(Optional<String> allowed) {
        // A unit that stays whole has no value of the descriptor: other people's credentials go to their own gateway.
        boolean ours = Stream.of(OptionPaths.GATEWAY_URL, OptionPaths.SUBJECT, OptionPaths.AUDIENCE)
                .anyMatch(path ->
                        desired.get(path).isPresent() && desired.get(path).equals(merged.get(path)));
        Optional<String> url = OptionPaths.text(merged, OptionPaths.GATEWAY_URL);
        if (!ours || !useGateway() || url.isEmpty()) {
            return Optional.empty();
        }
        if (host().isEmpty() || !GatewayHosts.isSecure(url.get())) {
            return Optional.of(new GatewayRefusal.InsecureGateway());
        }
        return host().filter(host -> !GatewayHosts.isKnown(host) && !allowed.equals(Optional.of(host)))
                .map(GatewayRefusal.UnknownGateway::new);
    }

    /** Returns whether a merge changes an option on which sending depends. */
    static boolean areTouchedBy(MergeResult merge) {
        return merge.decisions().stream()
                .filter(Decision::changesLive)
                .map(Decision::path)
                .anyMatch(path -> OptionPaths.inGatewayUnit(path)
                        || OptionPaths.twilioKeys().stream().anyMatch(path::startsWith));
    }
}

package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        List<FieldPath> missing = new ArrayList<>();
        for (FieldPath path : required()) {
            if (OptionPaths.text(merged, path).orElse("").isBlank()) {
                missing.add(path);
            }
        }
        return List.copyOf(missing);
    }

    private List<FieldPath> required() {
        if (!useGateway()) {
            return OptionPaths.twilioKeys();
        }
        List<FieldPath> required = new ArrayList<>(
                List.of(OptionPaths.GATEWAY_URL, OptionPaths.METHOD, OptionPaths.AUDIENCE, OptionPaths.SECRET));
        if (GatewayHosts.isKnown(host().orElse(""))
                || desired.get(OptionPaths.SUBJECT).isPresent()) {
            required.add(OptionPaths.SUBJECT);
        }
        return required;
    }

    private Optional<String> host() {
        return GatewayHosts.host(
                OptionPaths.text(merged, OptionPaths.GATEWAY_URL).orElse(""));
    }

    /**
     * Returns why the merged gateway may not receive the merged credentials. It returns empty if the address and the
     * credentials all come from somebody else.
     */
    Optional<Refusal> refuseHost(Optional<String> allowed) {
        Optional<String> url = OptionPaths.text(merged, OptionPaths.GATEWAY_URL);
        if (!isOurs() || !useGateway() || url.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> host = host();
        if (host.isEmpty() || !GatewayHosts.isSecure(url.get())) {
            return Optional.of(new GatewayRefusal.InsecureGateway());
        }
        return GatewayHosts.isKnown(host.get()) || allowed.equals(host)
                ? Optional.empty()
                : Optional.of(new GatewayRefusal.UnknownGateway(host.get()));
    }

    /** A unit that stays whole has no value of the descriptor: other people's credentials go to their own gateway. */
    private boolean isOurs() {
        return isOurs(OptionPaths.GATEWAY_URL) || isOurs(OptionPaths.SUBJECT) || isOurs(OptionPaths.AUDIENCE);
    }

    private boolean isOurs(FieldPath path) {
        Optional<Value> wanted = desired.get(path);
        return wanted.isPresent() && wanted.equals(merged.get(path));
    }

    /** Returns whether a merge changes an option on which sending depends. */
    static boolean areTouchedBy(MergeResult merge) {
        for (Decision decision : merge.decisions()) {
            if (decision.changesLive() && isNeeded(decision.path())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNeeded(FieldPath path) {
        return OptionPaths.inGatewayUnit(path)
                || path.startsWith(OptionPaths.TWILIO_SID)
                || path.startsWith(OptionPaths.TWILIO_TOKEN);
    }
}

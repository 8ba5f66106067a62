package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps real credentials out of the state file: a secret path may contain only the published dummy credentials. */
final class PublishedCredentials {

    private static final Set<Value> PUBLISHED = Set.of(
            Value.Null.NULL,
            Value.of(""),
            Value.Tree.EMPTY,
            Value.of(SandboxCredentials.API_KEY),
            Value.of(SandboxCredentials.API_SECRET),
            Value.of(SandboxCredentials.GATEWAY_SECRET),
            Value.of(SandboxCredentials.TWILIO_TOKEN));

    private PublishedCredentials() {}

    /** Refuses, with {@link UnpublishedCredential}, a tenant with a credential that is not published. */
    static void check(TenantState state) {
        state.items(TenantPart.CONNECTIONS).forEach(PublishedCredentials::check);
        state.items(TenantPart.ACTIONS).forEach(PublishedCredentials::checkSecrets);
    }

    private static void checkSecrets(Tree action) {
        Stream.concat(Stream.of(action), Members.trees(action, "versions").stream())
                .flatMap(version -> Members.trees(version, "secrets").stream())
                .filter(secret -> !PUBLISHED.contains(secret.members().getOrDefault("value", Value.Null.NULL)))
                .findFirst()
                .ifPresent(secret -> {
                    throw new UnpublishedCredential("the Action's secret " + Members.text(secret, "name"));
                });
    }

    /** Refuses, with {@link UnpublishedCredential}, a connection with a credential that is not published. */
    static void check(Tree connection) {
        if (connection.members().get("options") instanceof Tree options) {
            new Options(options)
                    .leaves().entrySet().stream()
                            .filter(PublishedCredentials::isForeign)
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .ifPresent(PublishedCredentials::refuse);
        }
    }

    private static boolean isForeign(Map.Entry<FieldPath, Value> leaf) {
        return OptionPaths.SECRETS.isSecret(leaf.getKey()) && !PUBLISHED.contains(leaf.getValue());
    }

    private static void refuse(FieldPath path) {
        throw new UnpublishedCredential("options." + path);
    }

    /** A credential that a sandbox with a state file refuses. The message names the place, never the value. */
    static final class UnpublishedCredential extends Fault {

        private static final long serialVersionUID = 1L;

        UnpublishedCredential(String place) {
            super(
                    "The sandbox keeps its state in a file and takes only the published dummy credentials: " + place
                            + " contains another one.",
                    "Use the dummy credentials that the sandbox's documentation lists, or a sandbox without a state"
                            + " file.");
        }
    }
}

package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.Connection;
import com.messagemedia.auth0.management.ConnectionPatch;
import com.messagemedia.auth0.management.ManagementClient;
import com.messagemedia.auth0.management.ManagementException;
import com.messagemedia.auth0.management.ManagementException.Kind;
import com.messagemedia.auth0.management.NewConnection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The Management API with patience: what is harmless when it is done twice is tried again where the failure passes, and once
 * with a fresh token where the token has expired. A write of options is sent once; {@link Write} decides whether to repeat it.
 */
final class PatientClient implements AutoCloseable {

    private final ManagementClient client;
    private final Retry retry;

    PatientClient(ManagementClient client, Retry retry) {
        this.client = client;
        this.retry = retry;
    }

    Optional<Set<String>> scopes() {
        return patiently(client::scopes);
    }

    /**
     * Whether the tenant is on the Unified Phone Experience; empty where that is not known. Asks only with a token that is known
     * to have the scope; an answer that does not come is no answer, since nothing but a notice hangs on it.
     */
    Optional<Boolean> unifiedPhoneExperience() {
        return scopes().filter(granted -> granted.contains(Scopes.TENANT_SETTINGS))
                .flatMap(granted -> askForPhoneExperience());
    }

    @SuppressWarnings("UnusedException") // See above.
    private Optional<Boolean> askForPhoneExperience() {
        try {
            return Optional.of(client.isOnUnifiedPhoneExperience());
        } catch (ManagementException e) {
            return Optional.empty();
        }
    }

    /** From now on takes these values out of every text that Auth0 wrote. */
    void conceal(Collection<String> values) {
        client.conceal(values);
    }

    List<Connection> smsConnections() {
        return patiently(() -> client.smsConnections(retry.left()));
    }

    /** Whether the connections were last read at one moment, and not page by page. */
    boolean listedAtOnce() {
        return client.listedAtOnce();
    }

    Connection connection(String id) {
        return patiently(() -> client.connection(id));
    }

    Set<String> enabledClients(String id) {
        return patiently(() -> client.enabledClients(id, retry.left()));
    }

    /** Enabling a client twice changes nothing, so it is tried again without reading first. */
    void enableClients(String id, List<String> clientIds) {
        write(() -> {
            client.enableClients(id, clientIds, retry.left());
            return true;
        });
    }

    Connection update(String id, ConnectionPatch patch) {
        return client.update(id, patch);
    }

    Connection create(NewConnection connection) {
        return client.create(connection);
    }

    private <T> T patiently(Supplier<T> attempt) {
        return retry.read(() -> withFreshToken(attempt));
    }

    /** Runs a write, with all the requests that belong to it, under the same patience; it must be safe to run again. */
    <T> T write(Supplier<T> attempt) {
        return retry.write(() -> withFreshToken(attempt));
    }

    private <T> T withFreshToken(Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (ManagementException e) {
            if (e.kind() != Kind.EXPIRED_TOKEN || !client.forgetToken()) {
                throw e;
            }
            return attempt.get();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

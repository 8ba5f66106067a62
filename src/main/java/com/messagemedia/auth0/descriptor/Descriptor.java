package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.TenantAddress;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A descriptor without faults, for one environment, with every reference resolved. Its text names the file alone.
 *
 * @param fileName the file's name
 * @param owner names the applied record
 * @param environment the environment chosen; empty where the file has none
 * @param protectedEnvironment whether a change needs an approval
 * @param tenant the tenant and how to sign in to it
 * @param connection the connection's name or id
 * @param createIfMissing whether to create the connection where there is none
 * @param desired the options that the descriptor owns, those that {@code messageMedia} stands for included
 * @param origins for each leaf of {@code desired} the place that says so
 * @param sources for each leaf of {@code desired} that is not written out what it refers to, such as {@code ${env.SENDER}}
 * @param confidential the leaves of {@code desired} whose value came from the environment, a file or a server
 * @param removals the options that must not be there, with the place that says so
 * @param clients the client ids to enable, in the order of the file, with the place that says so
 * @param state where the applied record is kept
 * @param onConflict what is done about conflicts
 * @param allowGateway the gateway host that the descriptor allows besides MessageMedia's own
 * @param warnings what is legal but looks wrong
 * @param secretValues every confidential value, to be taken out of texts that somebody else wrote
 */
public record Descriptor(
        String fileName,
        String owner,
        Optional<String> environment,
        boolean protectedEnvironment,
        TenantSection tenant,
        String connection,
        boolean createIfMissing,
        Options desired,
        Map<FieldPath, Origin> origins,
        Map<FieldPath, List<String>> sources,
        Set<FieldPath> confidential,
        Map<FieldPath, Origin> removals,
        Map<String, Origin> clients,
        StateLocation state,
        ConflictPolicies onConflict,
        Optional<String> allowGateway,
        List<Diagnostic> warnings,
        List<String> secretValues) {

    public Descriptor {
        origins = Map.copyOf(origins);
        sources = Map.copyOf(sources);
        confidential = Set.copyOf(confidential);
        removals = Map.copyOf(removals);
        clients = Collections.unmodifiableMap(new LinkedHashMap<>(clients));
        warnings = List.copyOf(warnings);
        secretValues = List.copyOf(secretValues);
    }

    /** The client ids to enable. */
    public List<String> enabledClients() {
        return List.copyOf(clients.keySet());
    }

    @Override
    public String toString() {
        return fileName + environment.map(name -> ", environment " + name).orElse("");
    }

    /**
     * The tenant and how to sign in to it.
     *
     * @param domain a host name, an address on loopback, or the word sandbox
     * @param address where the tenant is; empty for the sandbox, which has no address before it runs
     * @param audience the Management API's audience, where the descriptor says one
     * @param credentials how to get a token
     * @param caCertificates certificates to trust besides Java's own, where the descriptor names a file of them
     * @param domainOrigin where the descriptor names the domain
     */
    public record TenantSection(
            String domain,
            Optional<TenantAddress> address,
            Optional<String> audience,
            Credentials credentials,
            Optional<Path> caCertificates,
            Origin domainOrigin) {

        /** Whether the embedded sandbox stands for the tenant. */
        public boolean isSandbox() {
            return address.isEmpty();
        }
    }

    /** Where the applied record is kept. */
    public enum StateLocation {
        /** In the connection's metadata, written together with the options; the default. */
        CONNECTION,
        /** In a file beside the descriptor, to be committed. */
        FILE
    }
}

package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.model.TenantAddress;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A descriptor without faults, for one environment, with every reference resolved. {@code toString} shows only the file name.
 *
 * @param owner names the applied record
 * @param environment the chosen environment; empty where the file has none
 * @param protectedEnvironment whether a change needs an approval
 * @param tenant the tenant and how to sign in to it
 * @param delivery the way of delivery, as the descriptor writes it, such as {@code gateway}
 * @param phone what the descriptor says about sender, region and phone provider
 * @param connection the connection's name or id; {@link #NO_CONNECTION} for none
 * @param createIfMissing whether to create the connection where there is none
 * @param desired the options that the descriptor owns, including those that {@code messageMedia} stands for
 * @param origins for each leaf of {@code desired}, the place that sets it
 * @param sources for each leaf of {@code desired} that uses references, these references, such as {@code ${env.SENDER}}
 * @param confidential the leaves of {@code desired} whose value came from the environment, a file or a server
 * @param removals the options to remove, with the place that says so
 * @param clients the client ids to enable, in the order of the file, with the place that says so
 * @param state where the plugin keeps the applied record
 * @param onConflict how the plugin handles conflicts
 * @param allowGateway the gateway host that the descriptor allows besides MessageMedia's own
 * @param warnings values that are legal but look wrong
 * @param rollout the waves in which several environments change; the same for every environment of a file
 * @param secretValues every confidential value; the plugin removes them from texts that another program wrote
 */
public record Descriptor(
        String fileName,
        String owner,
        Optional<String> environment,
        boolean protectedEnvironment,
        TenantSection tenant,
        String delivery,
        PhoneSection phone,
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
        Rollout rollout,
        List<String> secretValues) {

    /** The word that stands for no connection. */
    public static final String NO_CONNECTION = "none";

    public Descriptor {
        origins = Map.copyOf(origins);
        sources = Map.copyOf(sources);
        confidential = Set.copyOf(confidential);
        removals = Map.copyOf(removals);
        clients = Collections.unmodifiableMap(new LinkedHashMap<>(clients));
        warnings = List.copyOf(warnings);
        secretValues = List.copyOf(secretValues);
    }

    /** Returns the client ids to enable, without their places. */
    public List<String> enabledClients() {
        return List.copyOf(clients.keySet());
    }

    /** Whether the descriptor is about a connection, too; if not, a file keeps its applied record. */
    public boolean hasConnection() {
        return !connection.equals(NO_CONNECTION);
    }

    @Override
    public String toString() {
        return fileName + environment.map(name -> ", environment " + name).orElse("");
    }

    /**
     * The tenant and how to sign in to it.
     *
     * @param domain a host name, an address on loopback, or a tenant of the embedded sandbox: sandbox or sandbox/NAME
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

        /** Which tenant of the embedded sandbox it is; empty for any other. */
        public Optional<SandboxDomain> sandbox() {
            return SandboxDomain.parse(domain);
        }
    }

    /**
     * What the sections {@code messageMedia} and {@code phoneProvider} say besides the options that they stand for.
     *
     * @param region where the MessageMedia account is: au, eu or us; empty where the descriptor does not say
     * @param from the usual sender; empty where the descriptor has no section {@code messageMedia}
     * @param senders the senders for recipients whose number begins with a prefix, by that prefix
     * @param actionName the name of an Action that the plugin creates
     * @param manage whether the descriptor manages the tenant's phone provider; only for that delivery
     */
    public record PhoneSection(
            Optional<String> region,
            Optional<String> from,
            Map<String, String> senders,
            String actionName,
            boolean manage) {

        public PhoneSection {
            senders = Map.copyOf(senders);
        }

        /** Returns the sender for a recipient in international form: that of the longest prefix, or else the usual one. */
        public Optional<String> sender(String recipient) {
            return senders.keySet().stream()
                    .filter(recipient::startsWith)
                    .max(Comparator.comparingInt(String::length))
                    .map(senders::get)
                    .or(() -> from);
        }
    }

    /** Where the plugin keeps the applied record. */
    public enum StateLocation {
        /** In the connection's metadata, which the plugin writes together with the options. This is the default. */
        CONNECTION,
        /** In a file beside the descriptor, which the user commits. */
        FILE
    }
}

package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.DeliveryRules.ImpliedOption;
import com.messagemedia.auth0.descriptor.Descriptor.PhoneSection;
import com.messagemedia.auth0.descriptor.Descriptor.StateLocation;
import com.messagemedia.auth0.descriptor.Descriptor.TenantSection;
import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.descriptor.ReferenceRules.ReferencePlaces;
import com.messagemedia.auth0.descriptor.ReferenceRules.ReferenceUse;
import com.messagemedia.auth0.descriptor.TenantRules.PrivateKeyText;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Credentials.Algorithm;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.OptionsDraft;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Field.Place;
import com.messagemedia.auth0.yaml.Findings;
import com.messagemedia.auth0.yaml.SourceText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds the descriptor from a document that has no faults.
 *
 * @param document the document of the chosen environment
 * @param findings its warnings
 * @param file the descriptor's file; its relative paths start at the file's folder
 * @param guarded whether the environment is protected
 * @param rollout the waves of the file
 */
record DescriptorAssembly(EffectiveDocument document, Findings findings, Path file, boolean guarded, Rollout rollout) {

    /** The name of the connection that Auth0's dashboard creates. */
    static final String DEFAULT_CONNECTION = "sms";

    private static final String DEFAULT_ACTION = "MessageMedia SMS";
    private static final String DEFAULT_OWNER = "default";
    private static final String TENANT = "tenant";

    Descriptor descriptor() {
        DesiredOptions desired = DesiredOptions.of(document, findings.source());
        return new Descriptor(
                findings.source().fileName(),
                text("owner").orElse(DEFAULT_OWNER),
                document.environment(),
                guarded,
                tenant(),
                document.delivery().name(),
                phone(),
                text("connection").orElse(DEFAULT_CONNECTION),
                text("createIfMissing").filter("true"::equals).isPresent(),
                desired.options(),
                desired.origins(),
                desired.sources(),
                desired.confidential(),
                removals(),
                clients(),
                state(),
                PolicyRules.policies(document),
                text("messageMedia", "allowGateway"),
                findings.all(),
                rollout,
                secretValues(desired));
    }

    private Optional<String> text(String... path) {
        return document.text(path);
    }

    private PhoneSection phone() {
        Map<String, String> senders = new HashMap<>();
        document.field("messageMedia", "senders")
                .map(Field::members)
                .orElse(List.of())
                .forEach(sender -> document.text(sender).ifPresent(text -> senders.put(sender.last(), text)));
        return new PhoneSection(
                text("messageMedia", "region"),
                text("messageMedia", "from"),
                senders,
                text("phoneProvider", "actionName").orElse(DEFAULT_ACTION),
                text("phoneProvider", "manage").filter("false"::equals).isEmpty());
    }

    private TenantSection tenant() {
        Field domain = document.field(TENANT, "domain").orElseThrow();
        String name = document.text(domain).orElseThrow();
        Optional<TenantAddress> address = TenantAddress.parse(name);
        return new TenantSection(
                address.map(TenantAddress::domain).orElse(name),
                address,
                text(TENANT, "audience"),
                credentials(),
                text(TENANT, "caCertificates").map(file::resolveSibling),
                findings.source().origin(domain.valuePlace()));
    }

    private Credentials credentials() {
        String clientId = text(TENANT, "clientId").orElse(SandboxCredentials.CLIENT_ID);
        Optional<ServerCredentials> login =
                Optional.ofNullable(document.logins().get(TENANT));
        if (login.isPresent()) {
            return new Credentials.ClientSecret(
                    login.get().username(), login.get().password());
        }
        if (text(TENANT, "token").isPresent()) {
            return new Credentials.Token(secret("token"));
        }
        if (text(TENANT, "privateKey").isPresent()) {
            Algorithm algorithm =
                    text(TENANT, "algorithm").map(Algorithm::valueOf).orElse(Algorithm.RS256);
            return new Credentials.PrivateKey(
                    clientId,
                    new Secret(PrivateKeyText.pem(secret("privateKey").reveal())),
                    algorithm,
                    text(TENANT, "keyId"));
        }
        return new Credentials.ClientSecret(clientId, secret("clientSecret"));
    }

    /** Reads a secret. Only the sandbox may omit the client secret. */
    private Secret secret(String key) {
        return new Secret(text(TENANT, key).orElse(SandboxCredentials.CLIENT_SECRET));
    }

    private Map<FieldPath, Origin> removals() {
        Map<FieldPath, Origin> removals = new LinkedHashMap<>();
        for (Field entry : members("remove")) {
            document.text(entry)
                    .flatMap(PathRules::parse)
                    .ifPresent(path -> removals.put(path, findings.source().origin(entry.valuePlace())));
        }
        return removals;
    }

    private List<Field> members(String section) {
        return document.field(section).map(Field::members).orElse(List.of());
    }

    private Map<String, Origin> clients() {
        Map<String, Origin> clients = new LinkedHashMap<>();
        for (Field entry : members("enabledClients")) {
            document.text(entry)
                    .ifPresent(client -> clients.put(client, findings.source().origin(entry.valuePlace())));
        }
        return clients;
    }

    private StateLocation state() {
        return text("state").filter("file"::equals).isPresent() ? StateLocation.FILE : StateLocation.CONNECTION;
    }

    /** Whether a field holds one of a few words, an Auth0 host name or the sandbox's. Masking these would only damage the output. */
    private boolean isPublicWhereverItCameFrom(Field field) {
        boolean host = field.path().equals(List.of(TENANT, "domain"))
                && document.text(field).filter(DescriptorAssembly::isKnownHost).isPresent();
        return host || new ReferencePlaces(document.delivery()).of(field.path()) == ReferenceUse.WORD;
    }

    private static boolean isKnownHost(String domain) {
        return SandboxDomain.parse(domain).isPresent()
                || TenantAddress.parse(domain)
                        .filter(address -> address.isAuth0s() || address.isLoopback())
                        .isPresent();
    }

    /** Collects the values to mask. The word that signs the gateway's token stays readable: it is public, the product's name. */
    private List<String> secretValues(DesiredOptions desired) {
        Set<String> values = new LinkedHashSet<>(desired.secrets());
        document.root().all().stream()
                .filter(field -> !isPublicWhereverItCameFrom(field))
                .forEach(field -> values.addAll(document.scalars().confidentialValues(field.value())));
        document.root().all().stream()
                .filter(field -> document.secrets().isSecret(field.path()))
                .flatMap(field -> document.text(field).stream())
                .forEach(values::add);
        document.logins().values().forEach(login -> values.add(login.password().reveal()));
        text(TENANT, "privateKey").map(PrivateKeyText::pem).ifPresent(values::add);
        values.remove(SandboxCredentials.GATEWAY_SECRET);
        values.remove("");
        return List.copyOf(values);
    }

    /** Collects the options that a descriptor owns, each leaf with its place. */
    static final class DesiredOptions {

        private final EffectiveDocument document;
        private final SourceText source;
        private final Map<FieldPath, Origin> origins = new HashMap<>();
        private final Map<FieldPath, List<String>> sources = new HashMap<>();
        private final Set<FieldPath> confidential = new HashSet<>();
        private final OptionsDraft options = OptionsDraft.of(Options.EMPTY);

        private DesiredOptions(EffectiveDocument document, SourceText source) {
            this.document = document;
            this.source = source;
        }

        static DesiredOptions of(EffectiveDocument document, SourceText source) {
            DesiredOptions desired = new DesiredOptions(document, source);
            document.delivery().implied(document).forEach(desired::add);
            document.field("options")
                    .ifPresent(section -> OptionValues.leaves(section).forEach(desired::add));
            return desired;
        }

        private void add(ImpliedOption option) {
            put(option.path(), option.value(), option.because().valuePlace());
            refersTo(option.path(), option.sources());
            if (option.confidential()) {
                confidential.add(option.path());
            }
        }

        private void add(Field leaf) {
            FieldPath path = OptionValues.path(leaf);
            put(path, OptionValues.of(leaf), leaf.valuePlace());
            refersTo(
                    path,
                    leaf.all().stream()
                            .flatMap(field -> document.references(field).stream())
                            .distinct()
                            .toList());
            if (leaf.all().stream().anyMatch(field -> document.isConfidential(field.value()))) {
                confidential.add(path);
            }
        }

        private void put(FieldPath path, Value value, Place place) {
            options.with(path, value);
            origins.put(path, source.origin(place));
        }

        private void refersTo(FieldPath path, List<String> names) {
            if (!names.isEmpty()) {
                sources.put(path, names);
            }
        }

        Options options() {
            return options.options();
        }

        Map<FieldPath, Origin> origins() {
            return Map.copyOf(origins);
        }

        Map<FieldPath, List<String>> sources() {
            return Map.copyOf(sources);
        }

        Set<FieldPath> confidential() {
            return Set.copyOf(confidential);
        }

        /** Returns the option values whose path makes them secret, whatever their source. */
        List<String> secrets() {
            return options().leaves().entrySet().stream()
                    .filter(leaf -> document.delivery().secrets().isSecret(leaf.getKey()))
                    .map(Map.Entry::getValue)
                    .filter(Value.Text.class::isInstance)
                    .map(value -> ((Value.Text) value).text())
                    .toList();
        }
    }
}

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
import java.util.ArrayList;
import java.util.Collections;
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
                text("createIfMissing").orElse("").equals("true"),
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
        for (Field sender : document.members("messageMedia", "senders")) {
            Optional<String> text = document.text(sender);
            if (text.isPresent()) {
                senders.put(sender.last(), text.get());
            }
        }
        return new PhoneSection(
                text("messageMedia", "region"),
                text("messageMedia", "from"),
                senders,
                text("phoneProvider", "actionName").orElse(DEFAULT_ACTION),
                !text("phoneProvider", "manage").orElse("").equals("false"));
    }

    private TenantSection tenant() {
        Field domain = document.field(TENANT, "domain").orElseThrow();
        String name = document.text(domain).orElseThrow();
        Optional<TenantAddress> address = TenantAddress.parse(name);
        return new TenantSection(
                address.isPresent() ? address.get().domain() : name,
                address,
                text(TENANT, "audience"),
                credentials(),
                caCertificates(),
                findings.source().origin(domain.valuePlace()));
    }

    private Optional<Path> caCertificates() {
        Optional<String> path = text(TENANT, "caCertificates");
        return path.isPresent() ? Optional.of(file.resolveSibling(path.get())) : Optional.empty();
    }

    private Credentials credentials() {
        String clientId = text(TENANT, "clientId").orElse(SandboxCredentials.CLIENT_ID);
        ServerCredentials login = document.logins().get(TENANT);
        if (login != null) {
            return new Credentials.ClientSecret(login.username(), login.password());
        }
        if (text(TENANT, "token").isPresent()) {
            return new Credentials.Token(secret("token"));
        }
        if (text(TENANT, "privateKey").isPresent()) {
            return new Credentials.PrivateKey(
                    clientId,
                    new Secret(PrivateKeyText.pem(secret("privateKey").reveal())),
                    Algorithm.valueOf(text(TENANT, "algorithm").orElse(Algorithm.RS256.name())),
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
        for (Field entry : document.members("remove")) {
            Optional<FieldPath> path = PathRules.path(document.text(entry));
            if (path.isPresent()) {
                removals.put(path.get(), findings.source().origin(entry.valuePlace()));
            }
        }
        return removals;
    }

    private Map<String, Origin> clients() {
        Map<String, Origin> clients = new LinkedHashMap<>();
        for (Field entry : document.members("enabledClients")) {
            Optional<String> client = document.text(entry);
            if (client.isPresent()) {
                clients.put(client.get(), findings.source().origin(entry.valuePlace()));
            }
        }
        return clients;
    }

    private StateLocation state() {
        return text("state").orElse("").equals("file") ? StateLocation.FILE : StateLocation.CONNECTION;
    }

    /** Whether a field holds one of a few words, an Auth0 host name or the sandbox's. Masking these would only damage the output. */
    private boolean isPublicWhereverItCameFrom(Field field) {
        Optional<String> domain =
                field.path().equals(List.of(TENANT, "domain")) ? document.text(field) : Optional.empty();
        boolean host = domain.isPresent() && isKnownHost(domain.get());
        return host || new ReferencePlaces(document.delivery()).of(field.path()) == ReferenceUse.WORD;
    }

    private static boolean isKnownHost(String domain) {
        if (SandboxDomain.parse(domain).isPresent()) {
            return true;
        }
        Optional<TenantAddress> address = TenantAddress.parse(domain);
        return address.isPresent() && (address.get().isAuth0s() || address.get().isLoopback());
    }

    /** Collects the values to mask. The word that signs the gateway's token stays readable: it is public, the product's name. */
    private List<String> secretValues(DesiredOptions desired) {
        Set<String> values = new LinkedHashSet<>(desired.secrets());
        List<Field> fields = document.root().all();
        for (Field field : fields) {
            if (!isPublicWhereverItCameFrom(field)) {
                values.addAll(document.scalars().confidentialValues(field.value()));
            }
        }
        SecretFields secrets = document.secrets();
        for (Field field : fields) {
            Optional<String> text = document.text(field);
            if (text.isPresent() && secrets.isSecret(field.path())) {
                values.add(text.get());
            }
        }
        for (ServerCredentials login : document.logins().values()) {
            values.add(login.password().reveal());
        }
        values.add(PrivateKeyText.pem(text(TENANT, "privateKey").orElse("")));
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
            for (ImpliedOption option : document.delivery().implied(document)) {
                desired.add(option);
            }
            Optional<Field> section = document.field("options");
            if (section.isPresent()) {
                for (Field leaf : OptionValues.leaves(section.get())) {
                    desired.add(leaf);
                }
            }
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
            Set<String> names = new LinkedHashSet<>();
            for (Field field : leaf.all()) {
                names.addAll(document.references(field));
                if (document.isConfidential(field.value())) {
                    confidential.add(path);
                }
            }
            refersTo(path, List.copyOf(names));
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
            List<String> secrets = new ArrayList<>();
            for (Map.Entry<FieldPath, Value> leaf : options().leaves().entrySet()) {
                if (leaf.getValue() instanceof Value.Text value
                        && document.delivery().secrets().isSecret(leaf.getKey())) {
                    secrets.add(value.text());
                }
            }
            return Collections.unmodifiableList(secrets);
        }
    }
}

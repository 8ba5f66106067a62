package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.ReferenceResolver.ResolvedReference;
import com.messagemedia.auth0.descriptor.ReferenceResolver.ResolvedReference.Doubt;
import com.messagemedia.auth0.model.GivenText;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks that each field accepts its references. Otherwise the author of a descriptor could send any variable or file of the
 * build to Auth0, or print it to a log. The check needs no value, so it works offline.
 */
public record ReferenceRules(EffectiveDocument document, Findings findings) {

    private static final String ALLOW = "-Dmessagemedia.allowedReferences=";

    void check() {
        for (Field field : document.root().all()) {
            List<ResolvedReference> references = document.scalars().references(field.value());
            if (isWithoutEnvironment(field)) {
                error(
                        field,
                        "refers to " + EnvironmentReference.WRITTEN + ", but the file has no environments",
                        "Write the value itself, or write the tenant under environments.");
            } else if (!references.isEmpty()) {
                use(field, references);
                doubts(field, references);
                undecodable(field, references);
            }
        }
    }

    private boolean isWithoutEnvironment(Field field) {
        String written = document.scalars().written(field.value()).orElse("");
        return document.environment().isEmpty()
                && !EnvironmentReference.resolved(written, "e").equals(written);
    }

    private void use(Field field, List<ResolvedReference> references) {
        ReferenceUse use = new ReferencePlaces(document.delivery()).of(field.path());
        Optional<ReferenceName> confidential = confidential(references);
        if (use == ReferenceUse.NONE) {
            error(
                    field,
                    "refers to " + references.get(0).name() + ", but a reviewer must see this value in the file",
                    "Write the value itself. If it differs per environment, write each value under environments.");
        } else if (use == ReferenceUse.PROPERTIES && confidential.isPresent()) {
            error(
                    field,
                    "refers to " + confidential.get() + ", but logs and files show this value",
                    "Write the value itself, or refer to a property: ${name} with -Dname=... or from settings.xml.");
        } else if (use != ReferenceUse.PART
                && confidential.isPresent()
                && !document.scalars().isWhole(field.value())) {
            error(
                    field,
                    "has text around " + confidential.get() + ", but the reference must be the whole value",
                    "Put the whole value into it, and write " + confidential.get() + " alone.");
        }
    }

    private static Optional<ReferenceName> confidential(List<ResolvedReference> references) {
        for (ResolvedReference reference : references) {
            if (reference.name().isConfidential()) {
                return Optional.of(reference.name());
            }
        }
        return Optional.empty();
    }

    private void doubts(Field field, List<ResolvedReference> references) {
        if (new ReferencePlaces(document.delivery()).isCredential(field.path())) {
            return;
        }
        for (ResolvedReference reference : references) {
            if (reference.doubt().isPresent()) {
                doubt(field, reference.name(), reference.doubt().get());
            }
        }
    }

    private void doubt(Field field, ReferenceName name, Doubt doubt) {
        String allow = ", or allow this reference outside the descriptor: " + ALLOW + name.text();
        if (doubt == Doubt.CREDENTIAL) {
            error(
                    field,
                    "refers to " + name + ", whose name suggests a credential, but this field accepts no credentials",
                    "Refer to another name" + allow);
        } else {
            error(
                    field,
                    "refers to the file " + name.path() + ", which is outside the descriptor's folder",
                    "Put the file beside the descriptor" + allow);
        }
    }

    /** Refuses a value that Java could not decode: Java replaced characters, and Auth0 would receive a damaged text. */
    private void undecodable(Field field, List<ResolvedReference> references) {
        for (ResolvedReference reference : references) {
            if (reference.isUndecodable()) {
                error(
                        field,
                        "refers to " + reference.name()
                                + ", whose value Java could not read in the locale of this build",
                        GivenText.UTF_8 + ", or write the text into a file and refer to ${file:path}.");
            }
        }
    }

    private void error(Field field, String problem, String remedy) {
        findings.error(field.valuePlace(), field.name(), problem, remedy);
    }

    /**
     * Tells which references each key of the descriptor accepts; docs/REFERENCES.md has the same table for users.
     *
     * @param delivery adds its own keys
     */
    record ReferencePlaces(DeliveryRules delivery) {

        /** Matches an entry of a list, or a key that the user chooses. */
        static final String ANY = "*";

        /** The rule for a key that is not in the table, nor any key above it; the schema refuses such a key anyway. */
        private static final ReferenceUse UNKNOWN = ReferenceUse.PART;

        private static final Map<String, ReferenceUse> USES = Map.ofEntries(
                Map.entry("version", ReferenceUse.NONE),
                Map.entry("owner", ReferenceUse.PROPERTIES),
                Map.entry("tenant.domain", ReferenceUse.WHOLE),
                Map.entry("tenant.audience", ReferenceUse.PART),
                Map.entry("tenant.clientId", ReferenceUse.WHOLE),
                Map.entry("tenant.clientSecret", ReferenceUse.WHOLE),
                Map.entry("tenant.privateKey", ReferenceUse.WHOLE),
                Map.entry("tenant.keyId", ReferenceUse.WHOLE),
                Map.entry("tenant.algorithm", ReferenceUse.WORD),
                Map.entry("tenant.token", ReferenceUse.WHOLE),
                Map.entry("tenant.server", ReferenceUse.PROPERTIES),
                Map.entry("tenant.caCertificates", ReferenceUse.PART),
                Map.entry("delivery", ReferenceUse.NONE),
                Map.entry("connection", ReferenceUse.PROPERTIES),
                Map.entry("createIfMissing", ReferenceUse.WORD),
                Map.entry("messageMedia.apiKey", ReferenceUse.WHOLE),
                Map.entry("messageMedia.apiSecret", ReferenceUse.WHOLE),
                Map.entry("messageMedia.server", ReferenceUse.PROPERTIES),
                Map.entry("messageMedia.from", ReferenceUse.WHOLE),
                Map.entry("messageMedia.region", ReferenceUse.WORD),
                Map.entry("options", ReferenceUse.PART),
                Map.entry("options.totp.length", ReferenceUse.WORD),
                Map.entry("options.totp.time_step", ReferenceUse.WORD),
                Map.entry("options.brute_force_protection", ReferenceUse.WORD),
                Map.entry("options.disable_signup", ReferenceUse.WORD),
                Map.entry("options.name", ReferenceUse.PART),
                Map.entry("options.non_persistent_attrs.*", ReferenceUse.WHOLE),
                Map.entry("options.upstream_params", ReferenceUse.PART),
                Map.entry("options.authParams", ReferenceUse.PART),
                Map.entry("options.strategy", ReferenceUse.PROPERTIES),
                Map.entry("remove.*", ReferenceUse.NONE),
                Map.entry("allowUnknown.*", ReferenceUse.NONE),
                Map.entry("enabledClients.*", ReferenceUse.PROPERTIES),
                Map.entry("state", ReferenceUse.NONE),
                Map.entry("onConflict", ReferenceUse.WORD),
                Map.entry("onConflict.*", ReferenceUse.WORD),
                Map.entry("environments.*.protected", ReferenceUse.NONE),
                Map.entry("environmentsFile", ReferenceUse.NONE),
                Map.entry("rollout.*", ReferenceUse.NONE));

        /** Fields that are credentials but not secret: they say who signs in, and only the tenant receives them. */
        private static final Set<List<String>> IDENTITIES =
                Set.of(List.of("tenant", "clientId"), List.of("tenant", "keyId"));

        /** Returns which references the key at a path accepts; the path may start with an environment. */
        ReferenceUse of(List<String> path) {
            List<String> own = SecretFields.withoutEnvironment(path);
            for (int size = own.size(); size >= 0; size--) {
                Optional<ReferenceUse> use = use(own.subList(0, size));
                if (use.isPresent()) {
                    return use.get();
                }
            }
            return UNKNOWN;
        }

        private Optional<ReferenceUse> use(List<String> path) {
            Optional<ReferenceUse> use = use(String.join(".", path));
            if (use.isPresent() || path.isEmpty()) {
                return use;
            }
            List<String> any = new ArrayList<>(path);
            any.set(any.size() - 1, ANY);
            return use(String.join(".", any));
        }

        private Optional<ReferenceUse> use(String key) {
            ReferenceUse own = USES.get(key);
            return Optional.ofNullable(own == null ? delivery.references().get(key) : own);
        }

        /** Whether the field at a path is a credential, so it accepts references to any credential. */
        boolean isCredential(List<String> path) {
            return new SecretFields(delivery.secrets()).isSecret(path)
                    || IDENTITIES.contains(SecretFields.withoutEnvironment(path));
        }

        /** Whether {@code CredentialText} cleans the value at a path: keys, ids, secrets and tokens, but not a private key. */
        boolean isCleaned(List<String> path) {
            List<String> own = SecretFields.withoutEnvironment(path);
            boolean client = own.size() == 2 && own.get(0).equals("enabledClients");
            return client || (isCredential(path) && !own.equals(List.of("tenant", "privateKey")));
        }

        /** Returns the whole table. */
        Map<String, ReferenceUse> all() {
            Map<String, ReferenceUse> all = new TreeMap<>(USES);
            all.putAll(delivery.references());
            return Collections.unmodifiableMap(all);
        }
    }

    /** The references that a key of the descriptor accepts. */
    public enum ReferenceUse {
        /** None: a reviewer must see the value itself. */
        NONE,
        /** Properties only: logs, reports and file names show the value. */
        PROPERTIES,
        /** Variables and files as the whole value, which must be one of a few words or a number; properties anywhere in it. */
        WORD,
        /** Variables and files as the whole value; properties anywhere in it. */
        WHOLE,
        /** All, also with text around them. */
        PART
    }
}

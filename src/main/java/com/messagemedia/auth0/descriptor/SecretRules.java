package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.SandboxCredentials;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Secrets are referred to, never written out; placeholders are replaced before anything is sent. */
record SecretRules(EffectiveDocument document, Findings findings) {

    /** Credentials that Auth0 or MessageMedia made; a private key and its passphrase may hold anything. */
    private static final Set<List<String>> CREDENTIALS = Set.of(
            List.of("messageMedia", "apiKey"),
            List.of("messageMedia", "apiSecret"),
            List.of("tenant", "clientId"),
            List.of("tenant", "clientSecret"),
            List.of("tenant", "token"));

    void check() {
        document.root().all().forEach(this::placeholder);
        document.root().all().stream()
                .filter(field -> SecretFields.isSecret(field.path()))
                .forEach(this::literal);
        document.root().all().stream()
                .filter(field -> CREDENTIALS.contains(field.path()))
                .forEach(field -> document.text(field).ifPresent(text -> unexpanded(field, text)));
    }

    /** A credential that a pipeline or a shell was to fill in, and did not. */
    void unexpanded(Field field, String text) {
        Unexpanded.in(text)
                .ifPresent(found -> findings.error(
                        field.valuePlace(),
                        field.name(),
                        "comes to " + found + ", which is no credential",
                        "Set the variable or the file that it refers to, to the credential itself, without quotes."));
    }

    private void placeholder(Field field) {
        document.text(field)
                .flatMap(Placeholders::in)
                .ifPresent(word -> findings.error(
                        field.valuePlace(),
                        field.name(),
                        "still holds the placeholder " + word + " of the guide",
                        Remedies.value(field)));
    }

    private void literal(Field field) {
        if (!(field.value() instanceof ScalarNode scalar)
                || !scalar.getTag().equals(Tag.STR)
                || scalar.getValue().isEmpty()
                || scalar.getValue().equals(SandboxCredentials.GATEWAY_SECRET)
                || document.scalars().isReferred(scalar)) {
            return;
        }
        if (!SandboxCredentials.isDummy(scalar.getValue())) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "is written out, and a secret does not belong in a file",
                    Remedies.reference(field));
        } else if (!document.isRehearsal()) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "is the sandbox's published dummy, which opens nothing elsewhere",
                    Remedies.reference(field));
        }
    }
}

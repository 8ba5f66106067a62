package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.model.CredentialText.Unexpanded;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.schema.Suggestion;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks MessageMedia's section: one pair of credentials, and a sender that can send. Every delivery needs both. */
public record MessageMediaRules(EffectiveDocument document, Findings findings) {

    private static final String SECTION = "messageMedia";
    private static final List<String> PAIR = List.of("apiKey", "apiSecret");

    /** Reports the faults of the section; none if it is absent. */
    public void check() {
        Optional<Field> section = document.field(SECTION);
        if (section.isPresent() && section.get().isObject()) {
            check(section.get());
        }
    }

    private void check(Field section) {
        credentials(section);
        Optional<Field> from = section.member("from");
        if (from.isPresent()) {
            new SenderRules(document, findings).check(from.get());
        }
        Optional<Field> key = section.member("apiKey");
        if (key.isPresent() && document.text(key.get()).isPresent()) {
            key(key.get(), document.text(key.get()).get());
        }
        Optional<Field> secret = section.member("apiSecret");
        if (secret.isPresent() && document.text(secret.get()).isPresent()) {
            secret(secret.get(), document.text(secret.get()).get());
        }
        Optional<Field> server = section.member("server");
        if (server.isPresent()) {
            server(server.get());
        }
    }

    private void credentials(Field section) {
        Optional<Field> server = section.member("server");
        for (String key : PAIR) {
            Optional<Field> present = section.member(key);
            if (server.isPresent() && present.isPresent()) {
                findings.error(
                        present.get().keyPlace(),
                        present.get().name(),
                        "is given twice, as server names it too",
                        "Keep either server, or apiKey and apiSecret.");
            } else if (server.isEmpty() && present.isEmpty() && !isMistyped(section, key)) {
                findings.error(
                        section.keyPlace(),
                        section.nameOf(key),
                        "is missing",
                        "Add apiKey and apiSecret as references such as ${env.MESSAGEMEDIA_API_KEY}, or server.");
            }
        }
    }

    private static boolean isMistyped(Field section, String key) {
        Set<String> known = DescriptorSchema.get().keys(List.of(SECTION));
        return section.members().stream()
                .filter(member -> !known.contains(member.last()))
                .anyMatch(member -> Suggestion.nearest(member.last(), known)
                        .filter(key::equals)
                        .isPresent());
    }

    private void server(Field field) {
        ServerCredentials login = document.logins().get(SECTION);
        if (login != null) {
            key(field, login.username());
            secret(field, login.password().reveal());
        }
    }

    /**
     * Checks the API key. Its length is not documented; known keys have 20 letters and digits. A colon would end the key in
     * Basic authentication.
     */
    private void key(Field field, String key) {
        if (key.contains(":")) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "holds a colon, which no API key has",
                    "Copy the key again from MessageMedia's API settings, without the text around it.");
        } else if (Unexpanded.in(key).isEmpty() && !key.matches("[A-Za-z0-9]{20}")) {
            unusual(field, "API key", 20);
        }
    }

    private void secret(Field field, String secret) {
        if (Unexpanded.in(secret).isEmpty() && !secret.matches("[A-Za-z0-9]{30}")) {
            unusual(field, "API secret", 30);
        }
    }

    private void unusual(Field field, String what, int length) {
        findings.warning(
                field.valuePlace(),
                field.name(),
                "does not look like an " + what + " of MessageMedia",
                "It usually has " + length + " letters and digits; check that it is the right one.");
    }
}

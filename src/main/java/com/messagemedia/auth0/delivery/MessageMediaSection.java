package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.descriptor.DeliveryRules.ImpliedOption;
import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.yaml.Field;
import java.util.List;
import java.util.Optional;

/**
 * The values of the section {@code messageMedia}, as options with their places.
 *
 * @param document the document of an environment
 * @param field the section, an object
 */
public record MessageMediaSection(EffectiveDocument document, Field field) {

    private static final String SECTION = "messageMedia";

    /** Returns the section of a document; empty if it is absent or not an object. */
    public static Optional<MessageMediaSection> of(EffectiveDocument document) {
        return document.field(SECTION).filter(Field::isObject).map(field -> new MessageMediaSection(document, field));
    }

    /** Returns an option that has this value because the section is there. */
    public ImpliedOption fixed(FieldPath path, Value value) {
        return new ImpliedOption(path, value, field, List.of(), false);
    }

    /** Returns an option with the text of a key of the section, or with another text where the key is absent. */
    public ImpliedOption said(FieldPath path, String key, String otherwise) {
        Optional<Field> member = field.member(key);
        String text = member.flatMap(document::text).orElse(otherwise);
        boolean confidential =
                member.filter(said -> document.isConfidential(said.value())).isPresent();
        List<String> sources = member.map(document::references).orElse(List.of());
        return new ImpliedOption(path, Value.of(text), member.orElse(field), sources, confidential);
    }

    /** Returns an option with the API key, which the section or a server of settings.xml gives. */
    public ImpliedOption apiKey(FieldPath path) {
        return login().map(login -> fromServer(path, login.username())).orElseGet(() -> said(path, "apiKey", ""));
    }

    /** Returns an option with the API secret, which the section or a server of settings.xml gives. */
    public ImpliedOption apiSecret(FieldPath path) {
        return login().map(login -> fromServer(path, login.password().reveal()))
                .orElseGet(() -> said(path, "apiSecret", ""));
    }

    private Optional<ServerCredentials> login() {
        return Optional.ofNullable(document.logins().get(SECTION));
    }

    private ImpliedOption fromServer(FieldPath path, String value) {
        Field server = field.member("server").orElse(field);
        List<String> sources = server.text().map(id -> List.of("server " + id)).orElse(List.of());
        return new ImpliedOption(path, Value.of(value), server, sources, true);
    }
}

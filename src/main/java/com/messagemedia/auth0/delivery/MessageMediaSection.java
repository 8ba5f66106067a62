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
        Optional<Field> field = document.field(SECTION);
        return field.isPresent() && field.get().isObject()
                ? Optional.of(new MessageMediaSection(document, field.get()))
                : Optional.empty();
    }

    /** Returns an option that has this value because the section is there. */
    public ImpliedOption fixed(FieldPath path, Value value) {
        return new ImpliedOption(path, value, field, List.of(), false);
    }

    /** Returns an option with the text of a key of the section, or with another text where the key is absent. */
    public ImpliedOption said(FieldPath path, String key, String otherwise) {
        Optional<Field> member = field.member(key);
        if (member.isEmpty()) {
            return new ImpliedOption(path, Value.of(otherwise), field, List.of(), false);
        }
        Field said = member.get();
        Value text = Value.of(document.text(said).orElse(otherwise));
        return new ImpliedOption(path, text, said, document.references(said), document.isConfidential(said.value()));
    }

    /** Returns an option with the API key, which the section or a server of settings.xml gives. */
    public ImpliedOption apiKey(FieldPath path) {
        Optional<ServerCredentials> login = login();
        return login.isPresent() ? fromServer(path, login.get().username()) : said(path, "apiKey", "");
    }

    /** Returns an option with the API secret, which the section or a server of settings.xml gives. */
    public ImpliedOption apiSecret(FieldPath path) {
        Optional<ServerCredentials> login = login();
        return login.isPresent() ? fromServer(path, login.get().password().reveal()) : said(path, "apiSecret", "");
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

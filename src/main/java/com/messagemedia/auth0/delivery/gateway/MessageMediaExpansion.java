package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.descriptor.DeliveryRules.ImpliedOption;
import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.yaml.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Expands the section {@code messageMedia} to the edits of MessageMedia's guide "Auth0 Integration". The word that signs the
 * gateway's token is public, and is also valid base64. So {@code secret_base64_encoded} must be false, or the gateway
 * refuses every message.
 */
record MessageMediaExpansion(EffectiveDocument document, Field section) {

    static final String GATEWAY = "https://auth0-api.messagemedia.com/messages";
    private static final String SECTION = "messageMedia";

    /** The options that the section sets. */
    static final Set<FieldPath> PATHS = Set.of(
            OptionPaths.PROVIDER,
            OptionPaths.GATEWAY_URL,
            OptionPaths.METHOD,
            OptionPaths.SUBJECT,
            OptionPaths.AUDIENCE,
            OptionPaths.SECRET,
            OptionPaths.SECRET_BASE64_ENCODED,
            OptionPaths.FROM);

    /** Returns the section of a document; empty if it is absent or not an object. */
    static Optional<MessageMediaExpansion> of(EffectiveDocument document) {
        return document.field(SECTION)
                .filter(Field::isObject)
                .map(section -> new MessageMediaExpansion(document, section));
    }

    /** Returns the options, each with its place. */
    List<ImpliedOption> options() {
        return List.of(
                fixed(OptionPaths.PROVIDER, Value.of(OptionPaths.SMS_GATEWAY)),
                said(OptionPaths.GATEWAY_URL, "gatewayUrl", GATEWAY),
                fixed(OptionPaths.METHOD, Value.of("bearer")),
                credential(OptionPaths.SUBJECT, "apiKey"),
                credential(OptionPaths.AUDIENCE, "apiSecret"),
                fixed(OptionPaths.SECRET, Value.of(SandboxCredentials.GATEWAY_SECRET)),
                fixed(OptionPaths.SECRET_BASE64_ENCODED, Value.of(false)),
                said(OptionPaths.FROM, "from", ""));
    }

    private ImpliedOption fixed(FieldPath path, Value value) {
        return new ImpliedOption(path, value, section, List.of(), false);
    }

    private ImpliedOption said(FieldPath path, String key, String otherwise) {
        Optional<Field> field = section.member(key);
        String text = field.flatMap(document::text).orElse(otherwise);
        boolean confidential =
                field.filter(said -> document.isConfidential(said.value())).isPresent();
        List<String> sources = field.map(document::references).orElse(List.of());
        return new ImpliedOption(path, Value.of(text), field.orElse(section), sources, confidential);
    }

    private ImpliedOption credential(FieldPath path, String key) {
        Optional<ServerCredentials> login =
                Optional.ofNullable(document.logins().get(SECTION));
        if (login.isEmpty()) {
            return said(path, key, "");
        }
        String value = path.equals(OptionPaths.SUBJECT)
                ? login.get().username()
                : login.get().password().reveal();
        Field server = section.member("server").orElse(section);
        List<String> sources = server.text().map(id -> List.of("server " + id)).orElse(List.of());
        return new ImpliedOption(path, Value.of(value), server, sources, true);
    }
}

package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.delivery.MessageMediaSection;
import com.messagemedia.auth0.descriptor.DeliveryRules.ImpliedOption;
import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Expands the section {@code messageMedia} to the edits of MessageMedia's guide "Auth0 Integration". The word that signs the
 * gateway's token is public, and is also valid base64. So {@code secret_base64_encoded} must be false, or the gateway
 * refuses every message.
 */
record MessageMediaExpansion(MessageMediaSection section) {

    static final String GATEWAY = "https://auth0-api.messagemedia.com/messages";

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
        Optional<MessageMediaSection> section = MessageMediaSection.of(document);
        return section.isPresent() ? Optional.of(new MessageMediaExpansion(section.get())) : Optional.empty();
    }

    /** Returns the options, each with its place. */
    List<ImpliedOption> options() {
        return List.of(
                section.fixed(OptionPaths.PROVIDER, Value.of(OptionPaths.SMS_GATEWAY)),
                section.said(OptionPaths.GATEWAY_URL, "gatewayUrl", GATEWAY),
                section.fixed(OptionPaths.METHOD, Value.of("bearer")),
                section.apiKey(OptionPaths.SUBJECT),
                section.apiSecret(OptionPaths.AUDIENCE),
                section.fixed(OptionPaths.SECRET, Value.of(SandboxCredentials.GATEWAY_SECRET)),
                section.fixed(OptionPaths.SECRET_BASE64_ENCODED, Value.of(false)),
                section.said(OptionPaths.FROM, "from", ""));
    }
}

package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.delivery.MessageMediaRules;
import com.messagemedia.auth0.descriptor.DeliveryRules;
import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.descriptor.ReferenceRules.ReferenceUse;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.redaction.SecretPaths;
import com.messagemedia.auth0.yaml.Findings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A descriptor's rules for the SMS gateway: the section {@code messageMedia}, and the options by Auth0's own names. */
final class GatewayRules implements DeliveryRules {

    /** Wrong names that earlier tools sent. Auth0 stored them without effect. */
    private static final Map<String, String> TYPOS = Map.of("forward_request_info", "forward_req_info");

    private static final Map<String, ReferenceUse> REFERENCES = Map.ofEntries(
            Map.entry("messageMedia.gatewayUrl", ReferenceUse.WHOLE),
            Map.entry("messageMedia.allowGateway", ReferenceUse.NONE),
            Map.entry("options.provider", ReferenceUse.WORD),
            Map.entry("options.gateway_url", ReferenceUse.WHOLE),
            Map.entry("options.gateway_authentication", ReferenceUse.WHOLE),
            Map.entry("options.gateway_authentication.method", ReferenceUse.WHOLE),
            Map.entry("options.gateway_authentication.subject", ReferenceUse.WHOLE),
            Map.entry("options.gateway_authentication.audience", ReferenceUse.WHOLE),
            Map.entry("options.gateway_authentication.secret", ReferenceUse.WHOLE),
            Map.entry("options.gateway_authentication.secret_base64_encoded", ReferenceUse.WORD),
            Map.entry("options.from", ReferenceUse.WHOLE),
            Map.entry("options.template", ReferenceUse.PART),
            Map.entry("options.syntax", ReferenceUse.WORD),
            Map.entry("options.forward_req_info", ReferenceUse.WORD),
            Map.entry("options.messaging_service_sid", ReferenceUse.WHOLE),
            Map.entry("options.twilio_sid", ReferenceUse.WHOLE),
            Map.entry("options.twilio_token", ReferenceUse.WHOLE),
            Map.entry("options.use_phone_provider", ReferenceUse.WORD));

    private static final Set<FieldPath> OWN_KEYS = Set.of(
            FieldPath.of("messageMedia", "gatewayUrl"),
            FieldPath.of("messageMedia", "allowGateway"),
            FieldPath.of("options", "provider"),
            FieldPath.of("options", "gateway_url"),
            FieldPath.of("options", "gateway_authentication"),
            FieldPath.of("options", "messaging_service_sid"),
            FieldPath.of("options", "twilio_sid"),
            FieldPath.of("options", "twilio_token"));

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public void check(EffectiveDocument document, Findings findings) {
        new MessageMediaRules(document, findings).check();
        new GatewayAddressRules(document, findings).check();
        new GatewayOptionRules(document, findings).check();
        new TemplateRules(document, findings).check();
        new GatewayUnitRules(document, findings).check();
    }

    @Override
    public List<ImpliedOption> implied(EffectiveDocument document) {
        Optional<MessageMediaExpansion> section = MessageMediaExpansion.of(document);
        return section.isPresent() ? section.get().options() : List.of();
    }

    @Override
    public Set<FieldPath> impliedPaths(EffectiveDocument document) {
        return MessageMediaExpansion.of(document).isPresent() ? MessageMediaExpansion.PATHS : Set.of();
    }

    @Override
    public Map<String, ReferenceUse> references() {
        return REFERENCES;
    }

    @Override
    public Set<FieldPath> prose() {
        return Set.of(FieldPath.of("options", "template"));
    }

    @Override
    public Set<FieldPath> ownKeys() {
        return OWN_KEYS;
    }

    @Override
    public SecretPaths secrets() {
        return OptionPaths.SECRETS;
    }

    @Override
    public Map<String, String> typos() {
        return TYPOS;
    }
}

package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.delivery.MessageMediaRules;
import com.messagemedia.auth0.descriptor.DeliveryRules;
import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.descriptor.ReferenceRules.ReferenceUse;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.redaction.SecretPaths;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A descriptor's rules for the tenant's phone provider: its sections, and the connection's options under it. */
public final class PhoneRules implements DeliveryRules {

    private static final Map<String, ReferenceUse> REFERENCES = uses();
    private static final Set<FieldPath> PROSE = texts();

    private static final TenantClaim CLAIM = new TenantClaim(
            "phone provider",
            "Write phoneProvider: {manage: false} in one of them, or give each its own tenant.domain.");

    private static Map<String, ReferenceUse> uses() {
        Map<String, ReferenceUse> uses = new HashMap<>(Map.of(
                "messageMedia.senders.*", ReferenceUse.WHOLE,
                "phoneProvider.actionName", ReferenceUse.PROPERTIES,
                "phoneProvider.manage", ReferenceUse.NONE,
                "phoneProvider.deliveryMethods.*", ReferenceUse.NONE,
                "options.from", ReferenceUse.WHOLE,
                "options.template", ReferenceUse.PART,
                "options.syntax", ReferenceUse.WORD,
                "options.forward_req_info", ReferenceUse.WORD,
                "options.use_phone_provider", ReferenceUse.WORD));
        for (String type : PhonePaths.TEMPLATE_TYPES) {
            String template = "phoneProvider.templates." + type + ".";
            uses.put(template + "text", ReferenceUse.PART);
            uses.put(template + "voice", ReferenceUse.PART);
            uses.put(template + "from", ReferenceUse.WHOLE);
            uses.put(template + "disabled", ReferenceUse.WORD);
        }
        return Map.copyOf(uses);
    }

    @Override
    public String name() {
        return "phoneProvider";
    }

    @Override
    public void check(EffectiveDocument document, Findings findings) {
        new MessageMediaRules(document, findings).check();
        new PhoneSenderRules(document, findings).check();
        new PhoneProviderRules(document, findings).check();
        new PhoneTemplateRules(document, findings).check();
        new PhoneOptionRules(document, findings).check();
    }

    @Override
    public List<ImpliedOption> implied(EffectiveDocument document) {
        Optional<PhoneExpansion> expansion = PhoneExpansion.of(document);
        return expansion.isPresent() ? expansion.get().options() : List.of();
    }

    @Override
    public Set<FieldPath> impliedPaths(EffectiveDocument document) {
        Optional<PhoneExpansion> expansion = PhoneExpansion.of(document);
        return expansion.isPresent() ? expansion.get().paths() : Set.of();
    }

    @Override
    public Map<String, ReferenceUse> references() {
        return REFERENCES;
    }

    @Override
    public Set<FieldPath> prose() {
        return PROSE;
    }

    private static Set<FieldPath> texts() {
        Set<FieldPath> prose = new HashSet<>(Set.of(FieldPath.of("options", "template")));
        for (String type : PhonePaths.TEMPLATE_TYPES) {
            prose.add(FieldPath.of("phoneProvider", "templates", type, "text"));
            prose.add(FieldPath.of("phoneProvider", "templates", type, "voice"));
        }
        return prose;
    }

    @Override
    public SecretPaths secrets() {
        return PhonePaths.SECRET_PATHS;
    }

    @Override
    public Map<String, String> typos() {
        return Map.of();
    }

    @Override
    public Set<FieldPath> ownKeys() {
        return Set.of(FieldPath.of("phoneProvider"), FieldPath.of("messageMedia", "senders"));
    }

    @Override
    public Set<FieldPath> resourceLeaves() {
        return PhonePaths.LEAVES;
    }

    @Override
    public boolean worksWithoutConnection() {
        return true;
    }

    @Override
    public Optional<TenantClaim> claim(Field document) {
        return PhoneProviderRules.manages(document) ? Optional.of(CLAIM) : Optional.empty();
    }
}

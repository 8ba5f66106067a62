package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.List;
import java.util.Optional;

/** Checks who manages the tenant's phone provider, and how it delivers. */
record PhoneProviderRules(EffectiveDocument document, Findings findings) {

    private static final String SECTION = "phoneProvider";

    /** Whether a document manages the tenant's phone provider. The key takes no reference, so this needs no resolved value. */
    static boolean manages(Field document) {
        Optional<Field> manage = document.at(List.of(SECTION, "manage"));
        return manage.isEmpty() || !manage.get().text().orElse("").equals("false");
    }

    void check() {
        if (manages(document.root())) {
            if (document.field("messageMedia").isEmpty()) {
                missing();
            }
            Optional<Field> methods = document.field(SECTION, "deliveryMethods");
            if (methods.isPresent()) {
                methods(methods.get());
            }
        } else if (document.environment().isEmpty()) {
            document.field(SECTION).map(Field::members).orElse(List.of()).stream()
                    .filter(member -> !member.last().equals("manage"))
                    .forEach(this::useless);
        }
    }

    private void missing() {
        findings.error(
                document.home(),
                "messageMedia",
                "is missing, and the Action that sends needs its credentials and its sender",
                "Add messageMedia with apiKey, apiSecret and from; or phoneProvider: {manage: false} if another descriptor"
                        + " manages the tenant's phone provider.");
    }

    /** Source: Auth0 documentation, "Configure Unified Phone": passwordless works only with text among the methods. */
    private void methods(Field field) {
        List<String> methods = field.members().stream()
                .flatMap(method -> document.text(method).stream())
                .toList();
        if (!methods.isEmpty() && !methods.contains("text")) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "lacks text, so no code would be sent by SMS",
                    "Add text to the list.");
        }
        if (methods.contains("voice")) {
            findings.warning(
                    field.valuePlace(),
                    field.name(),
                    "has voice, but the Action makes no calls: a user who asks for one gets nothing",
                    "Remove voice, unless it has to stay for MFA.");
        }
    }

    private void useless(Field member) {
        findings.warning(
                member.keyPlace(),
                member.name(),
                "has no effect with manage: false",
                "Remove the line, or write it where the provider is managed.");
    }
}

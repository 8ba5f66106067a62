package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.descriptor.OptionValues;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the options that say who sends: the gateway, Twilio or the tenant's phone provider. Only one of them can send. */
record GatewayOptionRules(EffectiveDocument document, Findings findings) {

    private static final String SECTION = "options";

    private static final Map<String, Pattern> SHAPES = Map.of(
            "twilio_sid", Pattern.compile("AC[0-9a-fA-F]{32}"),
            "messaging_service_sid", Pattern.compile("MG[0-9a-fA-F]{32}"),
            "twilio_token", Pattern.compile(".{32,2048}"));

    void check() {
        Optional<Field> options = document.field(SECTION);
        if (options.isPresent()) {
            shapes(options.get());
        }
        Optional<Field> phoneProvider = document.field(SECTION, "use_phone_provider");
        if (phoneProvider.isPresent()) {
            phoneProvider(phoneProvider.get());
        }
        if (usesGateway()) {
            twilio("twilio_sid");
            twilio("twilio_token");
        }
        if (options.isPresent()) {
            setTwice(options.get());
        }
    }

    private void shapes(Field options) {
        for (Field option : options.members()) {
            Pattern shape = SHAPES.get(option.last());
            if (shape != null) {
                check(option, shape);
            }
        }
    }

    /** Checks an option's shape. Auth0 documents these shapes but does not enforce them. */
    private void check(Field field, Pattern shape) {
        Optional<String> text = document.text(field);
        if (text.isPresent() && !shape.matcher(text.get()).matches()) {
            findings.warning(
                    field.valuePlace(),
                    field.name(),
                    "does not have the form that Auth0 documents",
                    DescriptorSchema.get().description(field.path()));
        }
    }

    /**
     * Checks the phone provider switch. Auth0 does not call the gateway while it sends through the tenant's phone provider.
     */
    private void phoneProvider(Field field) {
        boolean on = field.text().orElse("").equals("true");
        if (on && document.field("messageMedia").isPresent()) {
            findings.warning(
                    field.valuePlace(),
                    field.name(),
                    "makes Auth0 send through the tenant's phone provider, so that the messageMedia section has no effect",
                    "Write false to send through MessageMedia's gateway, or remove the messageMedia section.");
        }
    }

    private boolean usesGateway() {
        return MessageMediaExpansion.of(document).isPresent()
                || document.text(SECTION, "provider").orElse("").equals(OptionPaths.SMS_GATEWAY);
    }

    private void twilio(String key) {
        Optional<Field> field = document.field(SECTION, key);
        if (field.isPresent()) {
            findings.error(
                    field.get().keyPlace(),
                    field.get().name(),
                    "is for Twilio, and this file sends through a gateway",
                    "Remove the line: the switch removes the option from the connection.");
        }
    }

    private void setTwice(Field options) {
        Set<FieldPath> implied = document.delivery().impliedPaths(document);
        for (Field option : OptionValues.leaves(options)) {
            if (overlapsOne(OptionValues.path(option), implied)) {
                findings.error(
                        option.keyPlace(),
                        option.name(),
                        "is set by messageMedia as well",
                        "Remove the line, or leave out messageMedia and set all of the gateway's options here.");
            }
        }
    }

    private static boolean overlapsOne(FieldPath path, Set<FieldPath> others) {
        for (FieldPath other : others) {
            if (path.overlaps(other)) {
                return true;
            }
        }
        return false;
    }
}

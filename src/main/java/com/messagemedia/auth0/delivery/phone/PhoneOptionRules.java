package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.List;
import java.util.Optional;

/** Checks the connection's options that mean something else, or nothing, while the phone provider sends. */
record PhoneOptionRules(EffectiveDocument document, Findings findings) {

    /** Options of the gateway's messages. Auth0 does not document whether a message of the phone provider uses them. */
    private static final List<String> DOUBTFUL = List.of("template", "syntax", "from", "forward_req_info");

    void check() {
        for (String key : DOUBTFUL) {
            Optional<Field> field = document.field("options", key);
            if (field.isPresent()) {
                doubtful(key, field.get());
            }
        }
        Optional<Field> phoneProvider = document.field("options", "use_phone_provider");
        if (phoneProvider.isPresent()) {
            turnedOff(phoneProvider.get());
        }
    }

    private void doubtful(String key, Field field) {
        findings.warning(
                field.keyPlace(),
                field.name(),
                "is for the SMS gateway, and Auth0 does not say whether the phone provider's messages use it",
                switch (key) {
                    case "from" -> "Remove the line: messageMedia.from is the sender.";
                    case "forward_req_info" -> "Remove the line.";
                    default -> "Write the text under phoneProvider.templates.otp_verify.text instead.";
                });
    }

    private void turnedOff(Field field) {
        if (field.isNull() || document.text(field).orElse("").equals("false")) {
            findings.warning(
                    field.valuePlace(),
                    field.name(),
                    "keeps the connection away from the phone provider, so its codes would not take this way",
                    "Remove the line, or write the value that Auth0's dashboard writes.");
        }
    }
}

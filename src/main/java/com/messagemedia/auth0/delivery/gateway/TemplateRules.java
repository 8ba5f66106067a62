package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.delivery.MessageLength;
import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.sms.CodeTemplate;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Checks the text of the message. It must hold the code, and should fit one SMS (Auth0 documentation, "Passwordless
 * Authentication with SMS"; MessageMedia documentation, "Understanding Character Limits").
 */
record TemplateRules(EffectiveDocument document, Findings findings) {

    private static final String SECTION = "options";

    private static final Map<String, Predicate<String>> CODE =
            Map.of("md_with_macros", CodeTemplate::hasMacro, "liquid", CodeTemplate::hasVariable);
    private static final Map<String, String> REMEDY = Map.of(
            "md_with_macros",
                    "Write @@password@@ or @@code@@ where the code must appear; {{ }} works only with syntax: liquid.",
            "liquid",
                    "Write {{ password }} or {{ code }} where the code must appear; @@ @@ works only with syntax: md_with_macros.");

    void check() {
        document.field(SECTION, "template")
                .ifPresent(field -> document.text(field)
                        .filter(template -> !template.isEmpty())
                        .ifPresent(template -> check(field, template)));
    }

    private void check(Field field, String template) {
        Optional<String> syntax = document.text(SECTION, "syntax").filter(CODE::containsKey);
        boolean holdsCode = syntax.map(CODE::get)
                .map(code -> code.test(template))
                .orElseGet(() -> CodeTemplate.hasMacro(template) || CodeTemplate.hasVariable(template));
        if (!holdsCode) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "has no place for the code, so nobody could sign in",
                    syntax.map(REMEDY::get)
                            .orElse(
                                    "Write @@password@@ where the code must appear, or {{ code }} with syntax: liquid."));
            return;
        }
        CodeTemplate.doubt(template, syntax)
                .ifPresent(doubt -> findings.warning(
                        field.valuePlace(),
                        field.name(),
                        "may send a message without the code: " + doubt,
                        "Write {{ code }} in each branch, or outside all of them, and close each tag."));
        new MessageLength(document, findings).check(field, template);
    }
}

package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.delivery.MessageLength;
import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.sms.CodeTemplate;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the text of the message. It must hold the code, and should fit one SMS (Auth0 documentation, "Passwordless
 * Authentication with SMS"; MessageMedia documentation, "Understanding Character Limits").
 */
record TemplateRules(EffectiveDocument document, Findings findings) {

    private static final String SECTION = "options";

    private static final String MACROS = "md_with_macros";
    private static final String LIQUID = "liquid";

    private static final Map<String, String> REMEDY = Map.of(
            MACROS, "Write @@password@@ or @@code@@ where the code must appear; {{ }} works only with syntax: liquid.",
            LIQUID,
                    "Write {{ password }} or {{ code }} where the code must appear; @@ @@ works only with syntax: md_with_macros.");

    void check() {
        Optional<Field> field = document.field(SECTION, "template");
        if (field.isPresent()) {
            String template = document.text(field.get()).orElse("");
            if (!template.isEmpty()) {
                check(field.get(), template);
            }
        }
    }

    private void check(Field field, String template) {
        Optional<String> syntax = syntax();
        if (!holdsCode(template, syntax)) {
            findings.error(
                    field.valuePlace(),
                    field.name(),
                    "has no place for the code, so nobody could sign in",
                    syntax.map(REMEDY::get)
                            .orElse(
                                    "Write @@password@@ where the code must appear, or {{ code }} with syntax: liquid."));
            return;
        }
        Optional<String> doubt = CodeTemplate.doubt(template, syntax);
        if (doubt.isPresent()) {
            findings.warning(
                    field.valuePlace(),
                    field.name(),
                    "may send a message without the code: " + doubt.get(),
                    "Write {{ code }} in each branch, or outside all of them, and close each tag.");
        }
        new MessageLength(document, findings).check(field, template);
    }

    /** Returns the syntax of the template; empty if the descriptor gives none that Auth0 knows. */
    private Optional<String> syntax() {
        Optional<String> said = document.text(SECTION, "syntax");
        return said.isPresent() && REMEDY.containsKey(said.get()) ? said : Optional.empty();
    }

    private static boolean holdsCode(String template, Optional<String> syntax) {
        return switch (syntax.orElse("")) {
            case MACROS -> CodeTemplate.hasMacro(template);
            case LIQUID -> CodeTemplate.hasVariable(template);
            default -> CodeTemplate.hasMacro(template) || CodeTemplate.hasVariable(template);
        };
    }
}

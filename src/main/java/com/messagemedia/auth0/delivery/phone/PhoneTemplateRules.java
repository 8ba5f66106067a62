package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.delivery.MessageLength;
import com.messagemedia.auth0.delivery.SenderRules;
import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.schema.Suggestion;
import com.messagemedia.auth0.sms.LiquidTemplate;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks Auth0's phone templates. They are Liquid, with other variables than the template of a connection (Auth0 documentation,
 * "Supported Liquid Syntax" of phone templates).
 */
record PhoneTemplateRules(EffectiveDocument document, Findings findings) {

    /** The types of message that carry a code. */
    private static final Set<String> WITH_CODE = Set.of("otp_verify", "otp_enroll");

    private static final Set<String> CODE = Set.of("code");

    private static final Set<String> VARIABLES = new TreeSet<>(Set.of(
            "code",
            "locale",
            "connection",
            "friendly_name",
            "tenant",
            "support_email",
            "support_url",
            "home_url",
            "logo_url",
            "region",
            "user",
            "client",
            "application",
            "organization",
            "custom_domain",
            "pause"));

    private static final Pattern MACRO = Pattern.compile("@@([\\w.]{1,40})@@");

    void check() {
        List<Field> templates =
                document.field("phoneProvider", "templates").map(Field::members).orElse(List.of());
        for (Field template : templates) {
            for (String key : List.of("text", "voice")) {
                template.member(key)
                        .ifPresent(field -> document.text(field)
                                .filter(text -> !text.isEmpty())
                                .ifPresent(text -> check(template.last(), field, text)));
            }
            template.member("from").ifPresent(new SenderRules(document, findings)::check);
        }
    }

    private void check(String type, Field field, String text) {
        Matcher macro = MACRO.matcher(text);
        if (macro.find()) {
            macro(field, macro.group(1));
            return;
        }
        LiquidTemplate template = LiquidTemplate.read(text, CODE);
        if (WITH_CODE.contains(type) && !template.usesCode()) {
            noCode(field, text);
            return;
        }
        if (WITH_CODE.contains(type)) {
            template.doubt()
                    .ifPresent(doubt -> findings.warning(
                            field.valuePlace(),
                            field.name(),
                            "may send a message without the code: " + doubt,
                            "Write {{ code }} in each branch, or outside all of them, and close each tag."));
        }
        template.unknown(VARIABLES).ifPresent(name -> unknown(field, name));
        if (field.last().equals("text")) {
            new MessageLength(document, findings).check(field, text);
        }
    }

    private void macro(Field field, String name) {
        boolean code = name.equals("password") || name.equals("code");
        findings.error(
                field.valuePlace(),
                field.name(),
                code
                        ? "has @@" + name + "@@, which Auth0 does not replace in a phone template"
                        : "has a word between @@ and @@, which Auth0 does not replace in a phone template",
                code ? "Write {{ code }}." : "Write a Liquid variable, such as {{ friendly_name }}.");
    }

    private void noCode(Field field, String text) {
        boolean password = LiquidTemplate.read(text, Set.of("password")).usesCode();
        findings.error(
                field.valuePlace(),
                field.name(),
                "has no place for the code, so nobody could sign in",
                password
                        ? "Write {{ code }}: phone templates have no variable password."
                        : "Write {{ code }} where the code must appear.");
    }

    private void unknown(Field field, String name) {
        Optional<String> meant = Suggestion.nearest(name, VARIABLES);
        String what = document.isPublic(field) ? "{{ " + name + " }}" : "a variable";
        findings.warning(
                field.valuePlace(),
                field.name(),
                "uses " + what + ", which Auth0 does not fill in a phone template",
                meant.map(word -> "Did you mean {{ " + word + " }}?")
                        .orElse("Known here: " + String.join(", ", VARIABLES) + "."));
    }
}

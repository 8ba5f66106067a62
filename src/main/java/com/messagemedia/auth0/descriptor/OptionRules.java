package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.schema.Suggestion;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The options by Auth0's own names (Auth0 Management API, schema {@code ConnectionOptionsSMS}). Auth0 stores any key in
 * silence, so a key that it does not document is most likely a slip of the pen, and is a warning as it may be a new option.
 */
record OptionRules(EffectiveDocument document, Findings findings) {

    private static final String SECTION = "options";

    /** What earlier tools sent and Auth0 stored without effect. */
    private static final Map<String, String> TYPOS = Map.of("forward_request_info", "forward_req_info");

    private static final Map<String, Pattern> SHAPES = Map.of(
            "twilio_sid", Pattern.compile("AC[0-9a-fA-F]{32}"),
            "messaging_service_sid", Pattern.compile("MG[0-9a-fA-F]{32}"),
            "twilio_token", Pattern.compile(".{32,2048}"));

    void check() {
        document.field(SECTION).filter(Field::isObject).ifPresent(options -> {
            referencesInKeys(options);
            unknownKeys(options, new AllowedOptions(document));
            SHAPES.keySet().forEach(key -> options.member(key).ifPresent(this::shape));
        });
        document.field(SECTION, "use_phone_provider").ifPresent(this::phoneProvider);
        if (usesGateway()) {
            twilio("twilio_sid");
            twilio("twilio_token");
        }
    }

    /** Auth0 does not call the gateway while it sends through the tenant's phone provider. */
    private void phoneProvider(Field field) {
        boolean on =
                field.value() instanceof ScalarNode scalar && scalar.getValue().equals("true");
        if (on && document.field("messageMedia").isPresent()) {
            findings.warning(
                    field.valuePlace(),
                    field.name(),
                    "makes Auth0 send through the tenant's phone provider, so that the messageMedia section has no effect",
                    "Write false to send through MessageMedia's gateway, or remove the messageMedia section.");
        }
    }

    /** Auth0 would store the text ${...} as the name of an option. */
    private void referencesInKeys(Field options) {
        options.all().stream()
                .filter(field -> field.key().isPresent() && field.last().contains("${"))
                .forEach(field -> findings.error(
                        field.keyPlace(),
                        field.name(),
                        "has a ${ in its key, and references work in values only",
                        "Write the key itself; where it differs, write each under environments."));
    }

    private void unknownKeys(Field object, AllowedOptions allowed) {
        Set<String> known = DescriptorSchema.get().keys(object.path());
        for (Field member : object.members()) {
            if (known.isEmpty() || known.contains(member.last())) {
                unknownKeys(member, allowed);
            } else if (TYPOS.containsKey(member.last()) || !allowed.contains(OptionValues.path(member))) {
                unknown(member, known);
            }
        }
    }

    private void unknown(Field member, Set<String> known) {
        String right = TYPOS.get(member.last());
        if (right != null) {
            findings.error(
                    member.keyPlace(),
                    member.name(),
                    "is a known typo, which Auth0 stores and never reads",
                    "Write " + right + ".");
            return;
        }
        Suggestion.slip(member.last(), known)
                .ifPresentOrElse(word -> slip(member, word), () -> unheardOf(member, known));
    }

    private void slip(Field member, String meant) {
        findings.error(
                member.keyPlace(),
                member.name(),
                "is not an option that Auth0 documents, and looks like a slip of " + meant,
                "Write " + meant + ". If Auth0 really has this option, add allowUnknown: [" + OptionValues.path(member)
                        + "].");
    }

    private void unheardOf(Field member, Set<String> known) {
        findings.warning(
                member.keyPlace(),
                member.name(),
                "is not an option that Auth0 documents, and Auth0 stores unknown ones in silence",
                Suggestion.nearest(member.last(), known)
                        .map(word -> "Did you mean " + word + "?")
                        .orElse("If you know that it has an effect, add allowUnknown: [" + OptionValues.path(member)
                                + "]; known here: " + String.join(", ", known) + "."));
    }

    /** Auth0 documents these shapes and does not enforce them. */
    private void shape(Field field) {
        Pattern shape = SHAPES.get(field.last());
        document.text(field)
                .filter(text -> shape != null && !shape.matcher(text).matches())
                .ifPresent(text -> findings.warning(
                        field.valuePlace(),
                        field.name(),
                        "does not have the form that Auth0 documents",
                        DescriptorSchema.get().description(field.path())));
    }

    private boolean usesGateway() {
        return document.field("messageMedia").filter(Field::isObject).isPresent()
                || document.text(SECTION, "provider")
                        .filter("sms_gateway"::equals)
                        .isPresent();
    }

    private void twilio(String key) {
        document.field(SECTION, key)
                .ifPresent(field -> findings.error(
                        field.keyPlace(),
                        field.name(),
                        "is for Twilio, and this file sends through a gateway",
                        "Take the line away: the switch removes the option from the connection."));
    }

    /** The options that {@code allowUnknown} lets through: Auth0 has them, and the plugin does not know them yet. */
    record AllowedOptions(EffectiveDocument document) {

        private static final String SECTION = "allowUnknown";

        private List<Field> entries() {
            return document.field(SECTION).map(Field::members).orElse(List.of());
        }

        private Optional<FieldPath> path(Field entry) {
            return document.text(entry).filter(text -> !text.isEmpty()).flatMap(PathRules::parse);
        }

        /** Whether the path, or one above it, is listed. */
        boolean contains(FieldPath path) {
            return entries().stream().flatMap(entry -> path(entry).stream()).anyMatch(path::startsWith);
        }

        /** The path of which this one is a slip; empty where it is known, or like no known one. */
        static Optional<FieldPath> slip(FieldPath path) {
            List<String> keys = new ArrayList<>(List.of("options"));
            for (String key : path.segments()) {
                Set<String> known = DescriptorSchema.get().keys(keys);
                Optional<String> meant = known.contains(key) ? Optional.empty() : Suggestion.slip(key, known);
                if (meant.isPresent()) {
                    keys.add(meant.get());
                    return Optional.of(new FieldPath(keys.subList(1, keys.size())));
                }
                keys.add(key);
            }
            return Optional.empty();
        }

        private static boolean isKnown(FieldPath path) {
            List<String> keys = new ArrayList<>(List.of("options"));
            keys.addAll(path.segments().subList(0, path.segments().size() - 1));
            return DescriptorSchema.get().keys(keys).contains(path.last());
        }

        void check(Findings findings) {
            for (Field entry : entries()) {
                Optional<FieldPath> path = path(entry);
                if (document.text(entry).filter(text -> !text.isEmpty()).isPresent() && path.isEmpty()) {
                    findings.error(
                            entry.valuePlace(),
                            entry.name(),
                            "does not hold a path of keys separated by dots",
                            "Write it like totp.time_step.");
                }
                path.filter(AllowedOptions::isKnown)
                        .ifPresent(known -> findings.warning(
                                entry.valuePlace(),
                                entry.name(),
                                "names " + known + ", which the plugin knows and checks",
                                "Take it away."));
            }
        }
    }
}

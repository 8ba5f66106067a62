package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.delivery.MessageMediaSection;
import com.messagemedia.auth0.descriptor.DeliveryRules.ImpliedOption;
import com.messagemedia.auth0.descriptor.EffectiveDocument;
import com.messagemedia.auth0.messagemedia.Region;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.yaml.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Expands the sections {@code messageMedia} and {@code phoneProvider} to what Auth0 must hold besides the connection: the Action
 * with its secrets, its binding, the phone provider and the templates that the section names.
 *
 * @param document the document of an environment
 * @param section the section {@code messageMedia}
 */
record PhoneExpansion(EffectiveDocument document, MessageMediaSection section) {

    /** Auth0's default for {@code totp.time_step}. */
    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(5);

    private static final Set<FieldPath> ALWAYS = Set.of(
            PhonePaths.CODE,
            PhonePaths.RUNTIME,
            PhonePaths.DEPENDENCIES,
            PhonePaths.API_KEY,
            PhonePaths.API_SECRET,
            PhonePaths.BOUND,
            PhonePaths.PROVIDER_NAME,
            PhonePaths.DISABLED,
            PhonePaths.METHODS);

    /** Returns the expansion of a document; empty if the document does not manage the tenant's provider. */
    static Optional<PhoneExpansion> of(EffectiveDocument document) {
        Optional<MessageMediaSection> section = MessageMediaSection.of(document);
        return section.isPresent() && PhoneProviderRules.manages(document.root())
                ? Optional.of(new PhoneExpansion(document, section.get()))
                : Optional.empty();
    }

    /** Returns the paths that the sections set, even where the sections have faults. */
    Set<FieldPath> paths() {
        Set<FieldPath> paths = new HashSet<>(ALWAYS);
        for (Field field : templateFields()) {
            paths.add(path(field));
        }
        return paths;
    }

    /** Returns the options, each with its place. The document has no faults. */
    List<ImpliedOption> options() {
        List<ImpliedOption> options = new ArrayList<>(List.of(
                code(),
                section.fixed(PhonePaths.RUNTIME, Value.of("node22")),
                section.fixed(PhonePaths.DEPENDENCIES, new Value.Array(List.of())),
                section.apiKey(PhonePaths.API_KEY),
                section.apiSecret(PhonePaths.API_SECRET),
                section.fixed(PhonePaths.BOUND, Value.of(true)),
                section.fixed(PhonePaths.PROVIDER_NAME, Value.of("custom")),
                section.fixed(PhonePaths.DISABLED, Value.of(false)),
                methods()));
        for (Field field : templateFields()) {
            options.add(template(field));
        }
        return options;
    }

    /** The code is shown in plans. A sender in it that came from the environment is masked there like everywhere. */
    private ImpliedOption code() {
        Region region =
                Region.of(document.text("messageMedia", "region").orElse("")).orElse(Region.AU);
        Optional<String> from = document.text("messageMedia", "from");
        String code = new ActionCode(region.host(), from, senders(), lifetime()).render();
        return new ImpliedOption(PhonePaths.CODE, Value.of(code), section.field(), codeSources(), false);
    }

    private Map<String, String> senders() {
        Map<String, String> senders = new TreeMap<>();
        for (Field field : senderFields()) {
            Optional<String> sender = document.text(field);
            if (sender.isPresent()) {
                senders.put(field.last(), sender.get());
            }
        }
        return senders;
    }

    /** Returns what the code comes from, each reference once. */
    private List<String> codeSources() {
        Set<String> sources = new LinkedHashSet<>();
        for (Field field : senderFields()) {
            sources.addAll(document.references(field));
        }
        for (String key : List.of("from", "region")) {
            Optional<Field> field = section.field().member(key);
            if (field.isPresent()) {
                sources.addAll(document.references(field.get()));
            }
        }
        return List.copyOf(sources);
    }

    private List<Field> senderFields() {
        Optional<Field> senders = section.field().member("senders");
        return senders.isPresent() ? senders.get().members() : List.of();
    }

    private Duration lifetime() {
        String seconds = document.text("options", "totp", "time_step").orElse("");
        return seconds.matches("[0-9]{1,8}") ? Duration.ofSeconds(Long.parseLong(seconds)) : USUAL_LIFETIME;
    }

    private ImpliedOption methods() {
        Optional<Field> said = document.field("phoneProvider", "deliveryMethods");
        List<Value> methods = said.isPresent() ? texts(said.get()) : List.of(Value.of("text"));
        return new ImpliedOption(
                PhonePaths.METHODS, new Value.Array(methods), said.orElse(section.field()), List.of(), false);
    }

    private List<Value> texts(Field list) {
        List<Value> texts = new ArrayList<>();
        for (Field item : list.members()) {
            Optional<String> text = document.text(item);
            if (text.isPresent()) {
                texts.add(Value.of(text.get()));
            }
        }
        return texts;
    }

    private List<Field> templateFields() {
        List<Field> fields = new ArrayList<>();
        Optional<Field> templates = document.field("phoneProvider", "templates");
        for (Field template : templates.isPresent() ? templates.get().members() : List.<Field>of()) {
            if (PhonePaths.TEMPLATE_TYPES.contains(template.last())) {
                fields.addAll(template.members());
            }
        }
        fields.removeIf(field -> !PhonePaths.TEMPLATE_KEYS.contains(field.last()));
        return fields;
    }

    /** The descriptor's path is {@code phoneProvider.templates.TYPE.KEY}. */
    private static FieldPath path(Field field) {
        return PhonePaths.template(field.path().get(2), field.last());
    }

    private ImpliedOption template(Field field) {
        String text = document.text(field).orElse("");
        Value value = field.last().equals("disabled") ? Value.of(text.equals("true")) : Value.of(text);
        return new ImpliedOption(
                path(field), value, field, document.references(field), document.isConfidential(field.value()));
    }
}

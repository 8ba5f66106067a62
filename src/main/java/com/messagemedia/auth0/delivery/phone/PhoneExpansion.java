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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

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
        return MessageMediaSection.of(document)
                .filter(section -> PhoneProviderRules.manages(document.root()))
                .map(section -> new PhoneExpansion(document, section));
    }

    /** Returns the paths that the sections set, even where the sections have faults. */
    Set<FieldPath> paths() {
        Set<FieldPath> paths = new HashSet<>(ALWAYS);
        templateFields().forEach(field -> paths.add(path(field)));
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
        templateFields().map(this::template).forEach(options::add);
        return options;
    }

    /** The code is shown in plans. A sender in it that came from the environment is masked there like everywhere. */
    private ImpliedOption code() {
        Map<String, String> senders = new TreeMap<>();
        List<Field> fields = senderFields();
        fields.forEach(field -> document.text(field).ifPresent(sender -> senders.put(field.last(), sender)));
        Region region =
                document.text("messageMedia", "region").flatMap(Region::of).orElse(Region.AU);
        Optional<String> from = document.text("messageMedia", "from");
        String code = new ActionCode(region.host(), from, senders, lifetime()).render();
        List<String> sources = Stream.concat(
                        fields.stream(),
                        Stream.of("from", "region").flatMap(key -> section.field().member(key).stream()))
                .flatMap(field -> document.references(field).stream())
                .distinct()
                .toList();
        return new ImpliedOption(PhonePaths.CODE, Value.of(code), section.field(), sources, false);
    }

    private List<Field> senderFields() {
        return section.field().member("senders").map(Field::members).orElse(List.of());
    }

    private Duration lifetime() {
        return document.text("options", "totp", "time_step")
                .filter(seconds -> seconds.matches("[0-9]{1,8}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(USUAL_LIFETIME);
    }

    private ImpliedOption methods() {
        Optional<Field> said = document.field("phoneProvider", "deliveryMethods");
        List<Value> methods = said.map(field -> field.members().stream()
                        .flatMap(method -> document.text(method).stream())
                        .map(Value::of)
                        .toList())
                .orElse(List.of(Value.of("text")));
        return new ImpliedOption(
                PhonePaths.METHODS, new Value.Array(methods), said.orElse(section.field()), List.of(), false);
    }

    private Stream<Field> templateFields() {
        return document.field("phoneProvider", "templates").map(Field::members).orElse(List.of()).stream()
                .filter(template -> PhonePaths.TEMPLATE_TYPES.contains(template.last()))
                .flatMap(template -> template.members().stream())
                .filter(field -> PhonePaths.TEMPLATE_KEYS.contains(field.last()));
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

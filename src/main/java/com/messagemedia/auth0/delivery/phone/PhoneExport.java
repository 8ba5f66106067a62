package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.auth0.Action;
import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.auth0.PhoneProvider;
import com.messagemedia.auth0.auth0.PhoneTemplate;
import com.messagemedia.auth0.delivery.ExportRules;
import com.messagemedia.auth0.delivery.ResourceNames;
import com.messagemedia.auth0.delivery.Scopes;
import com.messagemedia.auth0.descriptor.CredentialShapes;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.yaml.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a descriptor from a tenant that sends through its phone provider. */
final class PhoneExport implements ExportRules {

    private static final String FROM = "MESSAGEMEDIA_FROM";
    private static final FieldPath NAME = FieldPath.of(PhonePaths.ACTION, "name");
    private static final FieldPath METHODS = FieldPath.of("delivery_methods");
    private static final Value USUAL_METHODS = new Value.Array(List.of(Value.of("text")));

    @Override
    public Set<FieldPath> implied() {
        return PhonePaths.LEAVES;
    }

    @Override
    public List<FieldPath> wanted() {
        return List.of(FieldPath.of("totp"));
    }

    /** The connection's own options do not send. */
    @Override
    public boolean isPartOfSending(Options live, FieldPath path) {
        return false;
    }

    @Override
    public boolean isPublic(FieldPath path, String text) {
        return false;
    }

    @Override
    public Set<FieldPath> identifiers() {
        return Set.of();
    }

    @Override
    public Set<String> words() {
        return Set.of();
    }

    @Override
    public List<String> section(Options live, Predicate<FieldPath> hidden) {
        Optional<ActionSettings> settings = settings(live);
        List<String> lines = new ArrayList<>(List.of(
                "# Auth0 never shows the secrets of an Action: set the variables to your API key and secret.",
                YamlText.reference("apiKey", "env." + API_KEY),
                YamlText.reference("apiSecret", "env." + API_SECRET)));
        settings.flatMap(ActionSettings::region)
                .ifPresent(region -> lines.addAll(YamlText.member("region", Value.of(region.word()))));
        lines.addAll(settings.flatMap(ActionSettings::from)
                .map(from -> YamlText.member("from", Value.of(from)))
                .orElse(List.of(YamlText.reference("from", "env." + FROM))));
        settings.map(ActionSettings::senders)
                .filter(senders -> !senders.isEmpty())
                .ifPresent(senders -> lines.addAll(YamlText.member("senders", tree(senders))));
        return lines;
    }

    private static Optional<ActionSettings> settings(Options live) {
        return text(live, PhonePaths.CODE).flatMap(ActionSettings::of);
    }

    private static Tree tree(Map<String, String> senders) {
        Map<String, Value> members = new TreeMap<>();
        senders.forEach((prefix, sender) -> members.put(prefix, Value.of(sender)));
        return new Tree(members);
    }

    private static Optional<String> text(Options options, FieldPath path) {
        return options.get(path)
                .flatMap(value -> value instanceof Value.Text text ? Optional.of(text.text()) : Optional.empty());
    }

    @Override
    public List<String> proposal(Options live, Predicate<FieldPath> hidden) {
        return section(live, hidden);
    }

    @Override
    public List<String> explanation(Options live, Predicate<FieldPath> chosen) {
        return List.of("# What follows has a fault for messagemedia:validate. Remove the # and correct what it names.");
    }

    @Override
    public Map<String, FieldPath> variables(Options live, Predicate<FieldPath> hidden) {
        Map<String, FieldPath> variables = new TreeMap<>();
        variables.put(API_KEY, PhonePaths.API_KEY);
        variables.put(API_SECRET, PhonePaths.API_SECRET);
        if (settings(live).flatMap(ActionSettings::from).isEmpty()) {
            variables.put(FROM, PhonePaths.CODE);
        }
        return variables;
    }

    @Override
    public Optional<String> variable(Options live, FieldPath path) {
        return Optional.empty();
    }

    @Override
    public Scopes scopes() {
        return new Scopes(Stream.concat(
                        Scopes.READ.names().stream(),
                        Stream.of("read:actions", "read:phone_providers", "read:phone_templates"))
                .toList());
    }

    @Override
    public boolean isBeside(FieldPath path) {
        return ResourceNames.hold(path);
    }

    @Override
    public boolean sends(Options live) {
        return false;
    }

    /** Reads the deployed Action, the provider and those templates that are not Auth0's default. */
    @Override
    public Options beside(ManagementClient client) {
        Options tree = Options.EMPTY;
        Optional<Action> deployed =
                ActionResource.only(client).filter(action -> action.deployed().isPresent());
        if (deployed.isPresent()) {
            tree = tree.with(NAME, Value.of(deployed.get().name()))
                    .with(
                            PhonePaths.CODE,
                            Value.of(deployed.get().deployed().orElseThrow().code()));
        }
        for (PhoneProvider provider : client.phone().providers()) {
            Options configuration = new Options(provider.configuration());
            tree = tree.with(PhonePaths.PROVIDER_NAME, Value.of(provider.name()))
                    .with(PhonePaths.METHODS, configuration.get(METHODS).orElse(USUAL_METHODS));
        }
        for (PhoneTemplate template : client.phone().templates()) {
            if (template.id().isPresent() && PhonePaths.TEMPLATE_TYPES.contains(template.type())) {
                tree = tree.with(
                        FieldPath.of(PhonePaths.TEMPLATE, template.type()), TemplatesResource.leaves(template));
            }
        }
        return tree;
    }

    @Override
    public List<String> sections(Options live) {
        List<String> lines = new ArrayList<>();
        if (live.get(NAME).isPresent() && settings(live).isEmpty()) {
            lines.add(
                    "# The live Action is not this plugin's, or somebody edited it. An apply replaces its code, for every phone");
            lines.add("# message of the tenant, and needs -Dmessagemedia.takeOver.");
        }
        Map<String, Value> section = new LinkedHashMap<>();
        live.get(NAME).ifPresent(name -> section.put("actionName", name));
        live.get(PhonePaths.METHODS)
                .filter(methods -> !methods.equals(USUAL_METHODS))
                .ifPresent(methods -> section.put("deliveryMethods", methods));
        Map<String, Value> templates = new LinkedHashMap<>();
        if (live.get(FieldPath.of(PhonePaths.TEMPLATE)).orElse(Tree.EMPTY) instanceof Tree all) {
            all.members().forEach((type, template) -> {
                if (holdsCredential(template)) {
                    lines.add("# The template " + type + " is left out: its text holds what looks like a credential.");
                } else {
                    templates.put(type, ordered(template));
                }
            });
        }
        if (!templates.isEmpty()) {
            section.put("templates", new Tree(templates));
        }
        if (!section.isEmpty()) {
            lines.addAll(YamlText.member("phoneProvider", new Tree(section)));
        }
        lines.add("");
        return lines;
    }

    private static boolean holdsCredential(Value template) {
        return template instanceof Tree leaves
                && leaves.members().values().stream()
                        .anyMatch(leaf -> leaf instanceof Value.Text text && CredentialShapes.holds(text.text()));
    }

    /** The leaves in the order of the documentation, without what is so anyway. */
    private static Value ordered(Value template) {
        Options leaves = new Options(template instanceof Tree tree ? tree : Tree.EMPTY);
        Map<String, Value> ordered = new LinkedHashMap<>();
        for (String key : PhonePaths.TEMPLATE_KEYS) {
            leaves.get(FieldPath.of(key))
                    .filter(leaf -> !leaf.equals(Value.of(false)))
                    .ifPresent(leaf -> ordered.put(key, leaf));
        }
        return new Tree(ordered);
    }
}

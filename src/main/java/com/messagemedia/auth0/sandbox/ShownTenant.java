package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.delivery.ConnectionSecrets;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.PendingFaults.Kind;
import com.messagemedia.auth0.sandbox.page.Button;
import com.messagemedia.auth0.sandbox.page.Neighbour;
import com.messagemedia.auth0.sandbox.page.Page;
import com.messagemedia.auth0.sandbox.page.Section;
import com.messagemedia.auth0.sandbox.page.TenantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The tenant as the sandbox's page shows it: what a plan can change, without ids and times that nobody reads. */
final class ShownTenant implements TenantSource {

    private static final Map<Kind, String> WAITS = Map.of(
            Kind.RATE_LIMIT, "It waits for the next request.",
            Kind.LOST_REPLY, "It waits for the next request that writes.");
    private static final FieldPath ACTION_SECRETS = FieldPath.of("secrets");

    private final Tenant tenant;
    private final StartingTenant start;
    private final PendingFaults faults;
    private final Supplier<List<Neighbour>> neighbours;

    ShownTenant(Tenant tenant, StartingTenant start, PendingFaults faults, Supplier<List<Neighbour>> neighbours) {
        this.tenant = tenant;
        this.start = start;
        this.faults = faults;
        this.neighbours = neighbours;
    }

    /** Marks each later change on the page. */
    void watch(Page page) {
        tenant.watchedBy((before, after, elsewhere) -> page.changed(
                sections(before, notIn(after)),
                sections(after, notIn(before)),
                elsewhere ? Optional.of("another process with the same state file") : Optional.empty()));
    }

    @Override
    public Object stamp() {
        return tenant.state();
    }

    @Override
    public List<Neighbour> neighbours() {
        return neighbours.get();
    }

    @Override
    public List<Section> sections() {
        return sections(tenant.state(), connection -> true);
    }

    /** A state keeps the very objects that a change does not concern, and a tenant has hundreds of connections. */
    private static Predicate<Tree> notIn(TenantState other) {
        Set<Tree> there = Collections.newSetFromMap(new IdentityHashMap<>());
        there.addAll(other.items(TenantPart.CONNECTIONS));
        return connection -> !there.contains(connection);
    }

    @Override
    public List<String> secrets() {
        TenantState state = tenant.state();
        Stream<String> options = state.items(TenantPart.CONNECTIONS).stream()
                .flatMap(connection ->
                        ConnectionSecrets.PATHS.secretsIn(new Options(Members.tree(connection, "options"))).stream());
        Stream<String> actions = state.items(TenantPart.ACTIONS).stream()
                .flatMap(action -> Stream.concat(Stream.of(action), new StoredAction(action).versions().stream()))
                .flatMap(version -> Members.trees(version, StoredAction.SECRETS).stream())
                .map(secret -> Members.text(secret, "value"));
        return Stream.concat(options, actions).distinct().toList();
    }

    private static List<Section> sections(TenantState state, Predicate<Tree> shown) {
        List<Section> sections = new ArrayList<>();
        state.items(TenantPart.CONNECTIONS).stream()
                .filter(shown)
                .filter(connection -> ConnectionTree.strategy(connection).equals("sms"))
                .forEach(connection -> addConnection(connection, sections));
        state.items(TenantPart.ACTIONS).forEach(action -> sections.add(action(new StoredAction(action))));
        state.items(TenantPart.BINDINGS).forEach(binding -> sections.add(binding(binding, state)));
        state.items(TenantPart.PHONE_PROVIDERS)
                .forEach(provider -> sections.add(plain(
                        "provider", "Phone provider", keep(provider, List.of("name", "disabled", "configuration")))));
        state.items(TenantPart.PHONE_TEMPLATES)
                .forEach(template -> sections.add(plain(
                        "template-" + TenantPart.PHONE_TEMPLATES.id(template),
                        "Phone template " + Members.text(template, "type"),
                        keep(template, List.of("content", "disabled")))));
        return sections;
    }

    private static void addConnection(Tree connection, List<Section> sections) {
        String name = "of connection " + ConnectionTree.name(connection);
        String id = "connection-" + ConnectionTree.id(connection);
        Tree options = Members.tree(connection, "options");
        sections.add(Section.of(id, "Options " + name, options, ConnectionSecrets.PATHS::isSecret));
        sections.add(plain(
                id + "-record",
                "Applications and applied record " + name,
                keep(connection, List.of("enabled_clients", "metadata"))));
    }

    private static Section action(StoredAction action) {
        Tree draft = action.tree();
        Tree live = action.live().orElse(draft);
        ObjectBuilder shown = ObjectBuilder.of(keep(live, List.of("code", "runtime", "dependencies")))
                .put("deployed", Value.of(action.live().isPresent()))
                .put(StoredAction.SECRETS, secrets(live));
        if (!Objects.equals(draft.members().get("code"), live.members().get("code"))) {
            shown.put("draft", keep(draft, List.of("code")));
        }
        return Section.of(
                "action-" + action.id(),
                "Action " + action.name(),
                shown.tree(),
                path -> path.startsWith(ACTION_SECRETS));
    }

    private static Tree secrets(Tree version) {
        ObjectBuilder secrets = ObjectBuilder.empty();
        Members.trees(version, StoredAction.SECRETS)
                .forEach(secret -> secrets.put(Members.text(secret, "name"), Members.text(secret, "value")));
        return secrets.tree();
    }

    private static Section binding(Tree binding, TenantState state) {
        String id = Members.text(binding, "action_id");
        String action = state.items(TenantPart.ACTIONS).stream()
                .map(StoredAction::new)
                .filter(candidate -> candidate.id().equals(id))
                .map(StoredAction::name)
                .findFirst()
                .orElse(id);
        return plain(
                "binding-" + TenantPart.BINDINGS.id(binding),
                "Binding of the phone provider's trigger",
                ObjectBuilder.empty().put("action", action).tree());
    }

    private static Section plain(String id, String title, Tree tree) {
        return Section.of(id, title, tree, path -> false);
    }

    private static Tree keep(Tree from, List<String> keys) {
        ObjectBuilder kept = ObjectBuilder.empty();
        keys.forEach(key -> Optional.ofNullable(from.members().get(key)).ifPresent(value -> kept.put(key, value)));
        return kept.tree();
    }

    @Override
    public List<Button> buttons() {
        TenantState state = tenant.state();
        List<Button> buttons = new ArrayList<>();
        for (Colleague colleague : Colleague.values()) {
            if (colleague.fits(state)) {
                buttons.add(colleague.button(state));
            }
        }
        buttons.add(
                faultButton(
                        Kind.RATE_LIMIT,
                        "Refuse the next request",
                        "Run mvn messagemedia:plan: Auth0 answers 429, the goal waits until Auth0 takes requests again, and succeeds."));
        buttons.add(faultButton(
                Kind.LOST_REPLY,
                "Lose the next reply",
                "Change the descriptor and run mvn messagemedia:apply: the write arrives and its reply does not."
                        + " The goal reads again and says what Auth0 holds."));
        buttons.add(new Button(
                "start-over",
                "tenant",
                "Start over",
                "The tenant is as new. Run mvn messagemedia:plan: everything is to add again.",
                Optional.empty()));
        return buttons;
    }

    /** A file can keep a tenant of another kind than the one that a new sandbox would be. */
    private StartingTenant sameKind() {
        boolean modern = Members.isTrue(tenant.state().settings(), "modern");
        return start.isModern() == modern ? start : modern ? StartingTenant.MODERN : StartingTenant.OLDER;
    }

    private Button faultButton(Kind kind, String label, String next) {
        return new Button(
                id(kind),
                "fault",
                label,
                next,
                Optional.ofNullable(WAITS.get(kind)).filter(waits -> faults.isWaiting(kind)));
    }

    private static String id(Enum<?> constant) {
        return Colleague.id(constant);
    }

    @Override
    public boolean press(String id) {
        if (id.equals("start-over")) {
            tenant.startOver(sameKind());
            return true;
        }
        for (Kind kind : Kind.values()) {
            if (id(kind).equals(id) && !faults.isWaiting(kind)) {
                faults.await(kind);
                return true;
            }
        }
        return Stream.of(Colleague.values())
                .filter(colleague -> id(colleague).equals(id))
                .anyMatch(colleague -> tenant.write(colleague::edit));
    }
}

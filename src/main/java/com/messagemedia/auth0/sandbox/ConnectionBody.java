package com.messagemedia.auth0.sandbox;

import static java.util.Map.entry;

import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.connection.Value.Array;
import com.messagemedia.auth0.connection.Value.Null;
import com.messagemedia.auth0.connection.Value.Text;
import com.messagemedia.auth0.connection.Value.Tree;
import com.messagemedia.auth0.sandbox.Checks.Check;
import com.messagemedia.auth0.sandbox.SandboxSettings.MetadataMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bodies with which connections are made and changed, checked as Auth0 checks them: strictly at the top, and under
 * {@code options} hardly at all (Auth0 Management API, schemas {@code CreateConnectionRequestContent} and
 * {@code UpdateConnectionRequestContent}).
 */
final class ConnectionBody {

    static final int MOST_METADATA = 10;

    private static final int LONGEST_METADATUM = 255;
    private static final int LONGEST_NAME = 128;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9](-?[a-zA-Z0-9])*");

    private static final Set<String> GATEWAY_KEYS = Set.of("method", "audience", "secret");
    private static final Map<String, Check> GATEWAY = Map.of(
            "method", Checks::text,
            "audience", Checks::text,
            "secret", Checks::text,
            "subject", Checks::text,
            "secret_base64_encoded", Checks::bool);

    private static final Map<String, Check> OPTIONS = Map.of(
            "gateway_authentication", ((Check) ConnectionBody::gateway).orNull(),
            "non_persistent_attrs", ((Check) Checks::texts).orNull(),
            "upstream_params", ((Check) Checks::object).orNull());

    private static final Map<String, Check> COMMON = Map.ofEntries(
            entry("display_name", Checks.atMost(LONGEST_NAME)),
            entry("is_domain_connection", Checks::bool),
            entry("show_as_button", Checks::bool),
            entry("realms", Checks::texts),
            entry("metadata", ConnectionBody::metadata),
            entry("authentication", Checks.closed(Map.of("active", Checks::bool), Set.of("active"))),
            entry(
                    "connected_accounts",
                    Checks.closed(Map.of("active", Checks::bool, "cross_app_access", Checks::bool), Set.of("active"))));

    private static final Map<String, Check> PATCH = with(Map.of(
            "options", ((Check) ConnectionBody::options).orNull(),
            "cross_app_access_requesting_app", ((Check) Checks::object).orNull(),
            "cross_app_access_resource_app", ((Check) Checks::object).orNull()));

    private static final Map<String, Check> POST = with(Map.of(
            "options", ConnectionBody::options,
            "enabled_clients", Checks::texts,
            "name", ConnectionBody::name,
            "strategy", Checks.atMost(LONGEST_NAME)));

    private ConnectionBody() {}

    private static Map<String, Check> with(Map<String, Check> more) {
        return Stream.of(COMMON, more)
                .flatMap(checks -> checks.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The body of a PATCH. {@code enabled_clients} is refused: since 2026-07-13 tenants no longer take it there (Auth0's
     * documentation, "Migrate to dedicated connection endpoints"), and an empty list once switched a connection off for
     * every application.
     */
    static Tree patch(Value body) {
        Tree tree = Checks.object("", body);
        if (tree.members().isEmpty()) {
            throw Checks.problem("Too few properties defined (0), minimum 1", "");
        }
        Checks.allowOnly(tree, PATCH.keySet());
        Checks.each("", tree, PATCH);
        return tree;
    }

    /** The body of a POST. */
    static Tree post(Value body) {
        Tree tree = Checks.object("", body);
        Checks.allowOnly(tree, POST.keySet());
        Checks.require("", tree, Set.of("name", "strategy"));
        Checks.each("", tree, POST);
        return tree;
    }

    private static void options(String property, Value value) {
        Checks.each(property, Checks.object(property, value), OPTIONS);
    }

    private static void gateway(String property, Value value) {
        Tree tree = Checks.object(property, value);
        Checks.require(property, tree, GATEWAY_KEYS);
        Checks.each(property, tree, GATEWAY);
    }

    private static void metadata(String property, Value value) {
        Tree tree = Checks.object(property, value);
        fits(tree);
        Check entry = Checks.atMost(LONGEST_METADATUM).orNull();
        tree.members().forEach((key, text) -> entry.check(property + "." + key, text));
    }

    /** Refuses more metadata than a connection may have. */
    static void fits(Tree metadata) {
        int size = metadata.members().size();
        if (size > MOST_METADATA) {
            throw Checks.problem("Too many properties defined (" + size + "), maximum " + MOST_METADATA, "metadata");
        }
    }

    private static void name(String property, Value value) {
        Checks.atMost(LONGEST_NAME).check(property, value);
        if (value instanceof Text text && !NAME.matcher(text.text()).matches()) {
            throw Checks.problem("String does not match pattern: ^[a-zA-Z0-9](-[a-zA-Z0-9]|[a-zA-Z0-9])*$", property);
        }
    }

    /**
     * What a checked body makes of a connection. {@code options} are replaced whole and {@code brute_force_protection} returns
     * as true where it is left out; {@code display_name} and {@code realms} fall back to the name where they are left out; all
     * other keys stay (Auth0's API reference, "Update a connection"; the default of {@code brute_force_protection} was seen on
     * database connections).
     */
    static final class ConnectionChange {

        private final MetadataMode metadataMode;

        ConnectionChange(MetadataMode metadataMode) {
            this.metadataMode = metadataMode;
        }

        /** The connection after a PATCH. */
        Tree patched(Tree connection, Tree body) {
            Draft draft = Draft.of(connection);
            body.members().forEach((key, value) -> {
                switch (key) {
                    case "options" -> draft.put(key, options(value));
                    case "metadata" -> metadata(draft, connection, value);
                    default -> replace(draft, key, value);
                }
            });
            return named(draft, ConnectionTree.name(connection), body).tree();
        }

        /** The connection that a POST makes, without its id. */
        static Tree created(Tree body) {
            String name = ConnectionTree.name(body);
            return Draft.of(body)
                    .put("options", options(body.members().getOrDefault("options", Tree.EMPTY)))
                    .putIfAbsent("is_domain_connection", Value.of(false))
                    .putIfAbsent("authentication", active(true))
                    .putIfAbsent("connected_accounts", active(false))
                    .putIfAbsent("enabled_clients", new Array(List.of()))
                    .put("realms", realms(body, name))
                    .tree();
        }

        private static Tree active(boolean active) {
            return Draft.empty().put("active", Value.of(active)).tree();
        }

        /**
         * The options that stand after a write. The schema allows null and does not say what it does; here it is the worst that
         * it could be, the same as an empty object, so that whoever sends it finds out.
         */
        private static Tree options(Value sent) {
            Tree options = sent instanceof Tree tree ? tree : Tree.EMPTY;
            return Draft.of(options)
                    .putIfAbsent("brute_force_protection", Value.of(true))
                    .tree();
        }

        private static void replace(Draft draft, String key, Value value) {
            if (value instanceof Null) {
                draft.remove(key);
            } else {
                draft.put(key, value);
            }
        }

        private void metadata(Draft draft, Tree connection, Value sent) {
            Tree before = connection.members().get("metadata") instanceof Tree tree ? tree : Tree.EMPTY;
            Tree now = sent instanceof Tree tree ? tree : Tree.EMPTY;
            Tree after = metadataMode == MetadataMode.MERGE ? merged(before, now) : now;
            ConnectionBody.fits(after);
            replace(draft, "metadata", after.members().isEmpty() ? Null.NULL : after);
        }

        private static Tree merged(Tree before, Tree now) {
            Draft merged = Draft.of(before);
            now.members().forEach((key, value) -> replace(merged, key, value));
            return merged.tree();
        }

        private static Draft named(Draft draft, String name, Tree body) {
            if (!body.members().containsKey("display_name")) {
                draft.put("display_name", name);
            }
            return draft.put("realms", realms(body, name));
        }

        private static Value realms(Tree body, String name) {
            return body.members().get("realms") instanceof Array sent
                            && !sent.items().isEmpty()
                    ? sent
                    : new Array(List.of(Value.of(name)));
        }
    }
}

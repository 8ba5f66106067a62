package com.messagemedia.auth0.sandbox;

import static java.util.Map.entry;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Null;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.PropertyValidators.Check;
import com.messagemedia.auth0.sandbox.SandboxSettings.MetadataMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the bodies of requests that create or change a connection, as Auth0 does: strictly at the top level, and
 * hardly at all under {@code options} (Auth0 Management API, schemas {@code CreateConnectionRequestContent} and
 * {@code UpdateConnectionRequestContent}).
 */
final class ConnectionBody {

    /** Auth0 allows 10 entries of at most 255 characters (Management API, "Create a connection", {@code metadata}). */
    static final int MOST_METADATA = 10;

    private static final int LONGEST_METADATUM = 255;
    private static final int LONGEST_NAME = 128;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9](-?[a-zA-Z0-9])*");

    private static final Set<String> GATEWAY_KEYS = Set.of("method", "audience", "secret");
    private static final Map<String, Check> GATEWAY = Map.of(
            "method", PropertyValidators::text,
            "audience", PropertyValidators::text,
            "secret", PropertyValidators::text,
            "subject", PropertyValidators::text,
            "secret_base64_encoded", PropertyValidators::bool);

    private static final Map<String, Check> OPTIONS = Map.of(
            "gateway_authentication", ((Check) ConnectionBody::gateway).orNull(),
            "non_persistent_attrs", ((Check) PropertyValidators::texts).orNull(),
            "upstream_params", ((Check) PropertyValidators::object).orNull());

    private static final Map<String, Check> COMMON = Map.ofEntries(
            entry("display_name", PropertyValidators.atMost(LONGEST_NAME)),
            entry("is_domain_connection", PropertyValidators::bool),
            entry("show_as_button", PropertyValidators::bool),
            entry("realms", PropertyValidators::texts),
            entry("metadata", ConnectionBody::metadata),
            entry(
                    "authentication",
                    PropertyValidators.closed(Map.of("active", PropertyValidators::bool), Set.of("active"))),
            entry(
                    "connected_accounts",
                    PropertyValidators.closed(
                            Map.of("active", PropertyValidators::bool, "cross_app_access", PropertyValidators::bool),
                            Set.of("active"))));

    private static final Map<String, Check> PATCH = with(Map.of(
            "options", ((Check) ConnectionBody::options).orNull(),
            "cross_app_access_requesting_app", ((Check) PropertyValidators::object).orNull(),
            "cross_app_access_resource_app", ((Check) PropertyValidators::object).orNull()));

    private static final Map<String, Check> POST = with(Map.of(
            "options", ConnectionBody::options,
            "enabled_clients", PropertyValidators::texts,
            "name", ConnectionBody::name,
            "strategy", PropertyValidators.atMost(LONGEST_NAME)));

    private ConnectionBody() {}

    private static Map<String, Check> with(Map<String, Check> more) {
        return Stream.of(COMMON, more)
                .flatMap(checks -> checks.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The body of a PATCH. {@code enabled_clients} is refused: since 2026-07-13 tenants no longer accept it there
     * (Auth0's documentation, "Migrate to dedicated connection endpoints"), and an empty list used to disable a
     * connection for every application.
     */
    static Tree patch(Value body) {
        Tree tree = PropertyValidators.object("", body);
        PropertyValidators.atLeastOne("", tree);
        PropertyValidators.allowOnly(tree, PATCH.keySet());
        PropertyValidators.each("", tree, PATCH);
        return tree;
    }

    /** The body of a POST. */
    static Tree post(Value body) {
        Tree tree = PropertyValidators.object("", body);
        PropertyValidators.allowOnly(tree, POST.keySet());
        PropertyValidators.require("", tree, Set.of("name", "strategy"));
        PropertyValidators.each("", tree, POST);
        return tree;
    }

    private static void options(String property, Value value) {
        PropertyValidators.each(property, PropertyValidators.object(property, value), OPTIONS);
    }

    private static void gateway(String property, Value value) {
        Tree tree = PropertyValidators.object(property, value);
        PropertyValidators.require(property, tree, GATEWAY_KEYS);
        PropertyValidators.each(property, tree, GATEWAY);
    }

    private static void metadata(String property, Value value) {
        Tree tree = PropertyValidators.object(property, value);
        fits(tree);
        Check entry = PropertyValidators.atMost(LONGEST_METADATUM).orNull();
        tree.members().forEach((key, text) -> entry.check(property + "." + key, text));
    }

    /** Refuses metadata with more entries than Auth0 allows. */
    static void fits(Tree metadata) {
        int size = metadata.members().size();
        if (size > MOST_METADATA) {
            throw PropertyValidators.problem(
                    "Too many properties defined (" + size + "), maximum " + MOST_METADATA, "metadata");
        }
    }

    private static void name(String property, Value value) {
        PropertyValidators.atMost(LONGEST_NAME).check(property, value);
        if (value instanceof Text text && !NAME.matcher(text.text()).matches()) {
            throw PropertyValidators.problem(
                    "String does not match pattern: ^[a-zA-Z0-9](-[a-zA-Z0-9]|[a-zA-Z0-9])*$", property);
        }
    }

    /**
     * Applies a checked body to a connection. A PATCH replaces the whole of {@code options}, and a missing {@code
     * brute_force_protection} becomes true. A missing {@code realms} becomes the name, and so does a {@code
     * display_name} that the connection had. All other keys stay (Auth0's API reference, "Update a connection"; the default of {@code brute_force_protection}
     * was seen on database connections).
     */
    static final class ConnectionChange {

        private final MetadataMode metadataMode;

        ConnectionChange(MetadataMode metadataMode) {
            this.metadataMode = metadataMode;
        }

        /** Returns the connection after a PATCH. */
        Tree patched(Tree connection, Tree body) {
            ObjectBuilder draft = ObjectBuilder.of(connection);
            body.members().forEach((key, value) -> {
                switch (key) {
                    case "options" -> draft.put(key, options(value));
                    case "metadata" -> metadata(draft, connection, value);
                    default -> replace(draft, key, value);
                }
            });
            return named(draft, ConnectionTree.name(connection), body).tree();
        }

        /** Returns the connection that a POST creates, without its id. */
        static Tree created(Tree body) {
            String name = ConnectionTree.name(body);
            return ObjectBuilder.of(body)
                    .put("options", options(body.members().getOrDefault("options", Tree.EMPTY)))
                    .putIfAbsent("is_domain_connection", Value.of(false))
                    .putIfAbsent("authentication", active(true))
                    .putIfAbsent("connected_accounts", active(false))
                    .putIfAbsent("enabled_clients", new Array(List.of()))
                    .put("realms", realms(body, name))
                    .tree();
        }

        private static Tree active(boolean active) {
            return ObjectBuilder.empty().put("active", Value.of(active)).tree();
        }

        /**
         * The options after a write. The schema allows null and does not say what it means. The sandbox assumes the
         * worst case, an empty object, so that a client that sends null notices it.
         */
        private static Tree options(Value sent) {
            Tree options = sent instanceof Tree tree ? tree : Tree.EMPTY;
            return ObjectBuilder.of(options)
                    .putIfAbsent("brute_force_protection", Value.of(true))
                    .tree();
        }

        private static void replace(ObjectBuilder draft, String key, Value value) {
            if (value instanceof Null) {
                draft.remove(key);
            } else {
                draft.put(key, value);
            }
        }

        private void metadata(ObjectBuilder draft, Tree connection, Value sent) {
            Tree before = connection.members().get("metadata") instanceof Tree tree ? tree : Tree.EMPTY;
            Tree now = sent instanceof Tree tree ? tree : Tree.EMPTY;
            Tree after = metadataMode == MetadataMode.MERGE ? merged(before, now) : now;
            ConnectionBody.fits(after);
            replace(draft, "metadata", after.members().isEmpty() ? Null.NULL : after);
        }

        private static Tree merged(Tree before, Tree now) {
            ObjectBuilder merged = ObjectBuilder.of(before);
            now.members().forEach((key, value) -> replace(merged, key, value));
            return merged.tree();
        }

        private static ObjectBuilder named(ObjectBuilder draft, String name, Tree body) {
            if (!body.members().containsKey("display_name") && draft.has("display_name")) {
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

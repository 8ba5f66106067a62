package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What Auth0 holds of a delivery: the connection and the other resources. Together they form one tree of options. The plugin
 * merges, plans, records and backs up this tree as a whole. The connection's options are at the top of the tree. Every other
 * resource is below its name.
 *
 * @param connection the connection; it has no id if it does not exist yet
 * @param parts the other resources, in write order
 */
public record LiveState(Connection connection, List<Part> parts) {

    /**
     * One resource besides the connection.
     *
     * @param options what Auth0 holds of it; empty if it does not exist
     */
    public record Part(Resource resource, Options options) {

        /** Returns the resource's path in the tree. */
        public FieldPath path() {
            return FieldPath.of(resource.name());
        }
    }

    public LiveState {
        parts = List.copyOf(parts);
    }

    /**
     * Returns this state, and checks that all paths of its tree are distinct.
     *
     * @throws Fault if the connection has an option with the name of a resource
     */
    LiveState distinct() {
        Options options = connection.options().orElse(Options.EMPTY);
        for (Part part : parts) {
            if (options.get(part.path()).isPresent()) {
                throw namesake(connection, part.resource().name());
            }
        }
        return this;
    }

    private static Fault namesake(Connection connection, String name) {
        return new Fault(
                "Auth0's " + connection + " has an option \"" + name + "\", and " + name
                        + " is also the name of a resource of this delivery, so a plan could not tell the two apart."
                        + " Nothing was written.",
                "Remove or rename that option in Auth0.",
                Outcome.REFUSED);
    }

    /** Returns the state of a connection without other resources. */
    public static LiveState of(Connection connection) {
        return new LiveState(connection, List.of());
    }

    /** Returns everything that Auth0 holds as one tree. */
    public Options tree() {
        Options tree = connection.options().orElse(Options.EMPTY);
        for (Part part : parts) {
            tree = part.options().isEmpty()
                    ? tree
                    : tree.with(part.path(), part.options().root());
        }
        return tree;
    }

    /** Returns the version of each resource that Auth0 keeps, by the resource's name. */
    public Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        for (Part part : parts) {
            Optional<String> version = part.resource().version();
            if (version.isPresent()) {
                versions.put(part.resource().name(), version.get());
            }
        }
        return versions;
    }

    /** Returns whether a path of the tree is one of the connection's options. */
    boolean isOfConnection(FieldPath path) {
        for (Part part : parts) {
            if (part.resource().name().equals(path.head())) {
                return false;
            }
        }
        return true;
    }

    /** Returns the connection's options in a tree. */
    Options ofConnection(Options tree) {
        Options rest = tree;
        for (Part part : parts) {
            rest = rest.without(part.path());
        }
        return rest;
    }

    /**
     * Returns the changes of the other resources that a tree requires, in write order.
     *
     * @throws Fault if the tree has no object at the place of a resource, or a resource cannot change this way
     */
    List<ResourceChange> changesTo(Options tree) {
        List<ResourceChange> changes = new ArrayList<>();
        for (Part part : parts) {
            Options after = partOf(tree, part);
            if (!after.equals(part.options())) {
                part.resource().check(part.options(), after);
                changes.add(new ResourceChange(part.resource(), part.options(), after));
            }
        }
        return List.copyOf(changes);
    }

    private static Options partOf(Options tree, Part part) {
        Optional<Value> value = tree.get(part.path());
        if (value.isEmpty()) {
            return Options.EMPTY;
        }
        if (value.get() instanceof Tree root && !root.isLeaf()) {
            return new Options(root);
        }
        throw new ResourceRefusal(
                part.resource().name() + " is a resource of Auth0 and would be left without any member."
                        + " Nothing was written.",
                "Set members of " + part.resource().name() + ", such as "
                        + part.resource().name() + ".name.");
    }

    /** Returns this state with another connection. */
    LiveState with(Connection other) {
        return new LiveState(other, parts);
    }

    /** Returns this state with the current options of a resource. */
    LiveState with(Resource resource, Options options) {
        return new LiveState(
                connection,
                parts.stream()
                        .map(part -> part.resource().equals(resource) ? new Part(resource, options) : part)
                        .toList());
    }

    /**
     * The planned change of a resource.
     *
     * @param before the options from the last reading
     * @param after the complete new options; empty if the change removes the resource
     */
    public record ResourceChange(Resource resource, Options before, Options after) {

        /** Returns the resource's name, which is the first segment of its paths. */
        public String name() {
            return resource.name();
        }

        /** Returns options of the resource at their place in the tree. */
        Options inTree(Options options) {
            return options.isEmpty() ? Options.EMPTY : Options.EMPTY.with(FieldPath.of(name()), options.root());
        }
    }
}

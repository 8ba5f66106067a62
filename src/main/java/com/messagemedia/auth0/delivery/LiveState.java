package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * What Auth0 holds of a delivery: the connection and the other resources. Together they are one tree of options, which is merged,
 * planned, recorded and backed up as one: the connection's options stand at its top, every other resource below its name.
 *
 * @param connection the connection; without an id where it is to be created
 * @param parts the other resources, in the order in which they are written
 */
public record LiveState(Connection connection, List<Part> parts) {

    /**
     * One resource besides the connection.
     *
     * @param resource the resource
     * @param options what Auth0 holds of it; empty where it does not exist
     */
    public record Part(Resource resource, Options options) {

        /** The path below which it stands. */
        FieldPath path() {
            return FieldPath.of(resource.name());
        }
    }

    public LiveState {
        parts = List.copyOf(parts);
    }

    /**
     * This state, whose tree tells everything apart.
     *
     * @throws Fault when the connection has an option with the name of a resource
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

    /** A connection without other resources. */
    public static LiveState of(Connection connection) {
        return new LiveState(connection, List.of());
    }

    /** All that Auth0 holds, as one tree. */
    public Options tree() {
        Options tree = connection.options().orElse(Options.EMPTY);
        for (Part part : parts) {
            tree = part.options().isEmpty()
                    ? tree
                    : tree.with(part.path(), part.options().root());
        }
        return tree;
    }

    /** Whether a path of the tree is one of the connection's options. */
    boolean isOfConnection(FieldPath path) {
        return parts.stream().noneMatch(part -> part.resource().name().equals(path.head()));
    }

    /** The connection's options in a tree. */
    Options ofConnection(Options tree) {
        Options rest = tree;
        for (Part part : parts) {
            rest = rest.without(part.path());
        }
        return rest;
    }

    /**
     * What becomes of the other resources where a tree is written, in the order in which they are written.
     *
     * @throws Fault when the tree has no object in the place of a resource, or a resource cannot be changed so
     */
    List<ResourceChange> changesTo(Options tree) {
        List<ResourceChange> changes = new ArrayList<>();
        for (Part part : parts) {
            Options after = tree.get(part.path())
                    .map(value -> value instanceof Tree root && !value.isLeaf() ? new Options(root) : shapeless(part))
                    .orElse(Options.EMPTY);
            if (!after.equals(part.options())) {
                part.resource().check(part.options(), after);
                changes.add(new ResourceChange(part.resource(), part.options(), after));
            }
        }
        return List.copyOf(changes);
    }

    private static Options shapeless(Part part) {
        throw new Fault(
                part.resource().name() + " is a resource of Auth0 and would be left without any member."
                        + " Nothing was written.",
                "Set members of " + part.resource().name() + ", such as "
                        + part.resource().name() + ".name.",
                Outcome.REFUSED);
    }

    /** This state with another connection. */
    LiveState with(Connection other) {
        return new LiveState(other, parts);
    }

    /** This state with what Auth0 holds of a resource now. */
    LiveState with(Resource resource, Options options) {
        return new LiveState(
                connection,
                parts.stream()
                        .map(part -> part.resource().equals(resource) ? new Part(resource, options) : part)
                        .toList());
    }

    /**
     * What is to become of a resource.
     *
     * @param resource the resource
     * @param before what was read
     * @param after what it is to hold, all of it; empty where it is to go
     */
    public record ResourceChange(Resource resource, Options before, Options after) {

        /** Its name, which is also the first segment of its paths. */
        public String name() {
            return resource.name();
        }

        /** Something of it in its place in the tree. */
        Options inTree(Options options) {
            return options.isEmpty() ? Options.EMPTY : Options.EMPTY.with(FieldPath.of(name()), options.root());
        }
    }
}

package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The content of a sandbox: its complete connections, with their enabled clients under {@code enabled_clients}. The
 * public methods act like a colleague in the dashboard: they need no token and have no rate limit. Every change is
 * atomic and is in the state file before anyone can see it. The tenant reads the state file each time, and one
 * process at a time changes it. So all sandboxes with the same file have the same tenant.
 */
public final class Tenant {

    private final Optional<StateFile> file;
    private List<Tree> connections;

    private Tenant(Optional<StateFile> file, List<Tree> connections) {
        this.file = file;
        this.connections = connections;
    }

    /** Opens the tenant of a state file, or the initial tenant. Creates a missing state file. */
    static Tenant open(Optional<Path> path) {
        Tenant tenant = new Tenant(path.map(StateFile::new), StartingTenant.connections());
        if (path.isPresent() && tenant.file.flatMap(StateFile::read).isEmpty()) {
            // Another process may have created it in the meantime.
            tenant.alone(() -> tenant.store(tenant.connections()));
        }
        return tenant;
    }

    /**
     * All connections, oldest first. Refuses, with a {@link com.messagemedia.auth0.model.Fault}, a file that is not a
     * sandbox state. If the file is gone, the tenant stays as it was.
     */
    public synchronized List<Tree> connections() {
        file.flatMap(StateFile::read).ifPresent(kept -> connections = kept);
        return connections;
    }

    /** The connection with this name. Throws {@link NoSuchElementException} if there is none. */
    public Tree connection(String name) {
        return connections().stream()
                .filter(connection -> ConnectionTree.name(connection).equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("the sandbox has no connection named " + name));
    }

    /**
     * Changes a whole connection. Throws {@link NoSuchElementException} if no connection has this id, and {@link
     * IllegalArgumentException} if the result is not a connection. With a state file, it refuses credentials other
     * than the published dummies with a {@link com.messagemedia.auth0.model.Fault}.
     */
    public void edit(String connectionId, UnaryOperator<Tree> edit) {
        if (update(connectionId, edit).isEmpty()) {
            throw new NoSuchElementException("the sandbox has no connection " + connectionId);
        }
    }

    /**
     * Adds a connection with its {@code id}, {@code name}, {@code strategy} and {@code options}. It refuses the same
     * things as an edit.
     */
    public synchronized void add(Tree connection) {
        alone(() -> append(connection));
    }

    private List<Tree> append(Tree connection) {
        List<Tree> next = new ArrayList<>(connections());
        next.add(connection);
        return store(next);
    }

    /** Removes the connection with this id, if there is one. */
    public synchronized void remove(String connectionId) {
        alone(() -> store(connections().stream()
                .filter(connection -> !ConnectionTree.id(connection).equals(connectionId))
                .toList()));
    }

    /** The connection with this id; empty if there is none. */
    Optional<Tree> byId(String id) {
        return connections().stream()
                .filter(connection -> ConnectionTree.id(connection).equals(id))
                .findFirst();
    }

    /** Changes a connection and returns the result; empty if no connection has this id. */
    synchronized Optional<Tree> update(String id, UnaryOperator<Tree> edit) {
        return alone(() -> byId(id).map(before -> replace(before, edit.apply(before))));
    }

    private Tree replace(Tree before, Tree after) {
        List<Tree> next = new ArrayList<>(connections);
        next.set(next.indexOf(before), after);
        store(next);
        return after;
    }

    /** Adds a connection with a new id and returns it; empty if its name is taken. */
    synchronized Optional<Tree> create(Tree connection) {
        return alone(() -> {
            String name = ConnectionTree.name(connection);
            if (connections().stream()
                    .anyMatch(other -> ConnectionTree.name(other).equals(name))) {
                return Optional.empty();
            }
            Tree created = ObjectBuilder.empty()
                    .put("id", freshId())
                    .putAll(connection)
                    .tree();
            append(created);
            return Optional.of(created);
        });
    }

    /** Reads and writes while no other process does. */
    private <T> T alone(Supplier<T> change) {
        return file.map(keeper -> keeper.change(change)).orElseGet(change);
    }

    private String freshId() {
        int number = connections.size();
        String id = numbered(number);
        while (byId(id).isPresent()) {
            number++;
            id = numbered(number);
        }
        return id;
    }

    private static String numbered(int number) {
        return String.format(Locale.ROOT, "con_Sandbox%09d", number);
    }

    private List<Tree> store(List<Tree> next) {
        ConnectionTree.problem(next).ifPresent(problem -> {
            throw new IllegalArgumentException("the tenant cannot hold this: " + problem);
        });
        file.ifPresent(keeper -> {
            next.forEach(PublishedCredentials::check);
            keeper.write(next);
        });
        connections = List.copyOf(next);
        return connections;
    }
}

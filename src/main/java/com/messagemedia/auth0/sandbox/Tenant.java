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
 * What a sandbox holds: its connections, whole, with their enabled clients under {@code enabled_clients}. The public
 * methods are the colleague in the dashboard: they ask for no token, and count in no rate limit. Every change is atomic,
 * and is kept in the state file before anybody can see it. A state file is read anew each time, and changed by one process
 * at a time, so that sandboxes on one file hold one tenant.
 */
public final class Tenant {

    private final Optional<StateFile> file;
    private List<Tree> connections;

    private Tenant(Optional<StateFile> file, List<Tree> connections) {
        this.file = file;
        this.connections = connections;
    }

    /** The tenant of a state file, or the starting one; a state file that is missing is made. */
    static Tenant open(Optional<Path> path) {
        Tenant tenant = new Tenant(path.map(StateFile::new), StartingTenant.connections());
        if (path.isPresent() && tenant.file.flatMap(StateFile::read).isEmpty()) {
            // Another process may have made it meanwhile.
            tenant.alone(() -> tenant.store(tenant.connections()));
        }
        return tenant;
    }

    /**
     * All connections, the oldest first. Refuses a state file that makes no sense with a
     * {@link com.messagemedia.auth0.model.Fault}; without its file the tenant stays as it was.
     */
    public synchronized List<Tree> connections() {
        file.flatMap(StateFile::read).ifPresent(kept -> connections = kept);
        return connections;
    }

    /** The connection of a name; refuses a name that no connection has with {@link NoSuchElementException}. */
    public Tree connection(String name) {
        return connections().stream()
                .filter(connection -> ConnectionTree.name(connection).equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("the sandbox has no connection named " + name));
    }

    /**
     * Changes a connection as a whole. Refuses an id that no connection has with {@link NoSuchElementException}, and a
     * result that is no connection with {@link IllegalArgumentException}. With a state file, credentials other than the
     * published dummies are refused with a {@link com.messagemedia.auth0.model.Fault}.
     */
    public void edit(String connectionId, UnaryOperator<Tree> edit) {
        if (update(connectionId, edit).isEmpty()) {
            throw new NoSuchElementException("the sandbox has no connection " + connectionId);
        }
    }

    /** Adds a connection, with its {@code id}, {@code name}, {@code strategy} and {@code options}; refused as an edit is. */
    public synchronized void add(Tree connection) {
        alone(() -> append(connection));
    }

    private List<Tree> append(Tree connection) {
        List<Tree> next = new ArrayList<>(connections());
        next.add(connection);
        return store(next);
    }

    /** Takes a connection away, where there is one with this id. */
    public synchronized void remove(String connectionId) {
        alone(() -> store(connections().stream()
                .filter(connection -> !ConnectionTree.id(connection).equals(connectionId))
                .toList()));
    }

    /** The connection with this id. */
    Optional<Tree> byId(String id) {
        return connections().stream()
                .filter(connection -> ConnectionTree.id(connection).equals(id))
                .findFirst();
    }

    /** Changes a connection and answers with the result; empty where no connection has this id. */
    synchronized Optional<Tree> update(String id, UnaryOperator<Tree> edit) {
        return alone(() -> byId(id).map(before -> replace(before, edit.apply(before))));
    }

    private Tree replace(Tree before, Tree after) {
        List<Tree> next = new ArrayList<>(connections);
        next.set(next.indexOf(before), after);
        store(next);
        return after;
    }

    /** Adds a connection under a fresh id and answers with it; empty where its name is taken. */
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

    /** Reads and writes with no other process between. */
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

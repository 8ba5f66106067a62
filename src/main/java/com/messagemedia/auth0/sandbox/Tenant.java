package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The content of a sandbox: its complete connections, with their enabled clients under {@code enabled_clients}, and
 * its other {@link TenantPart parts}. The public methods act like a colleague in the dashboard: they need no token and
 * have no rate limit. Every change is atomic and is in the state file before anyone can see it. The tenant reads the
 * state file each time, and one process at a time changes it. So all sandboxes with the same file have the same
 * tenant.
 */
public final class Tenant {

    private final Optional<StateFile> file;
    private final SandboxSettings settings;
    private TenantState state;
    /** Whether {@code state} was read or written; before that it is only what a new tenant would be. */
    private boolean known;

    private Watcher watcher = (before, after, elsewhere) -> {};

    private Tenant(SandboxSettings settings) {
        this.file = settings.stateFile().map(StateFile::new);
        this.settings = settings;
        this.state = settings.start().state();
    }

    /** Opens the tenant of a state file, or the initial tenant. Creates a missing state file. */
    static Tenant open(SandboxSettings settings) {
        Tenant tenant = new Tenant(settings);
        tenant.file.filter(keeper -> keeper.read().isEmpty()).ifPresent(tenant::begin);
        return tenant;
    }

    private synchronized void begin(StateFile keeper) {
        keeper.change(() -> {
            // Another process may have created it in the meantime.
            store(state());
            return true;
        });
    }

    /** All that the tenant holds. If the state file is gone, the tenant stays as it was. */
    synchronized TenantState state() {
        file.flatMap(StateFile::read).ifPresent(kept -> {
            TenantState before = state;
            state = kept;
            if (known && !kept.equals(before)) {
                watcher.changed(before, kept, true);
            }
            known = true;
        });
        return state;
    }

    /** Makes the tenant a new one again. */
    void startOver(StartingTenant start) {
        write(draft -> {
            draft.become(start.state());
            return true;
        });
    }

    /** Tells this watcher of each later change. */
    synchronized void watchedBy(Watcher other) {
        watcher = other;
    }

    /** Learns of each change, in the thread that made or found it. */
    @FunctionalInterface
    interface Watcher {

        /**
         * The tenant changed.
         *
         * @param elsewhere whether another process changed the state file
         */
        void changed(TenantState before, TenantState after, boolean elsewhere);
    }

    /**
     * All connections, oldest first. Refuses, with a {@link com.messagemedia.auth0.model.Fault}, a file that is not a
     * sandbox state.
     */
    public List<Tree> connections() {
        return items(TenantPart.CONNECTIONS);
    }

    /** The items of one part, oldest first. They are complete: Actions have the values of their secrets. */
    public List<Tree> items(TenantPart part) {
        return state().items(part);
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

    /** Changes the items of one part. It refuses the same things as an edit of a connection. */
    public void change(TenantPart part, UnaryOperator<List<Tree>> change) {
        write(draft -> {
            draft.put(part, change.apply(draft.items(part)));
            return true;
        });
    }

    /**
     * Adds a connection with its {@code id}, {@code name}, {@code strategy} and {@code options}. It refuses the same
     * things as an edit.
     */
    public void add(Tree connection) {
        change(TenantPart.CONNECTIONS, before -> {
            List<Tree> next = new ArrayList<>(before);
            next.add(connection);
            return next;
        });
    }

    /** Removes the connection with this id, if there is one. */
    public void remove(String connectionId) {
        write(draft -> {
            draft.remove(TenantPart.CONNECTIONS, connectionId);
            return true;
        });
    }

    /** The connection with this id; empty if there is none. */
    Optional<Tree> byId(String id) {
        return find(TenantPart.CONNECTIONS, id);
    }

    /** The item with this id; empty if there is none. */
    Optional<Tree> find(TenantPart part, String id) {
        return items(part).stream().filter(item -> part.id(item).equals(id)).findFirst();
    }

    /** Changes a connection and returns the result; empty if no connection has this id. */
    Optional<Tree> update(String id, UnaryOperator<Tree> edit) {
        return write(draft -> draft.find(TenantPart.CONNECTIONS, id).map(before -> {
            Tree after = edit.apply(before);
            draft.put(
                    TenantPart.CONNECTIONS,
                    draft.items(TenantPart.CONNECTIONS).stream()
                            .map(other -> other.equals(before) ? after : other)
                            .toList());
            return after;
        }));
    }

    /** Adds a connection with a new id and returns it; empty if its name is taken. */
    Optional<Tree> create(Tree connection) {
        return write(draft -> {
            String name = ConnectionTree.name(connection);
            List<Tree> others = draft.items(TenantPart.CONNECTIONS);
            if (others.stream().anyMatch(other -> ConnectionTree.name(other).equals(name))) {
                return Optional.empty();
            }
            Tree created = ObjectBuilder.empty()
                    .put("id", freshId(draft, others.size()))
                    .putAll(connection)
                    .tree();
            draft.add(TenantPart.CONNECTIONS, created);
            return Optional.of(created);
        });
    }

    private static String freshId(TenantDraft draft, int from) {
        int number = from;
        while (draft.find(TenantPart.CONNECTIONS, numbered(number)).isPresent()) {
            number++;
        }
        return numbered(number);
    }

    private static String numbered(int number) {
        return String.format(Locale.ROOT, "con_Sandbox%09d", number);
    }

    /** Makes one change while no other process makes one, and returns its result. */
    synchronized <T> T write(Function<TenantDraft, T> change) {
        return file.map(keeper -> keeper.change(() -> changed(change))).orElseGet(() -> changed(change));
    }

    private <T> T changed(Function<TenantDraft, T> change) {
        TenantState before = state();
        TenantDraft draft = new TenantDraft(before, settings.clock());
        T result = change.apply(draft);
        if (!draft.state().equals(before)) {
            store(draft.state());
            watcher.changed(before, draft.state(), false);
        }
        return result;
    }

    private void store(TenantState next) {
        next.parts()
                .forEach((part, items) -> part.problem(items).ifPresent(problem -> {
                    throw new IllegalArgumentException("the tenant cannot hold this: " + problem);
                }));
        file.ifPresent(keeper -> {
            PublishedCredentials.check(next);
            keeper.write(next);
        });
        state = next;
        known = true;
    }
}

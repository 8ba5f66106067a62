package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.store.AtomicTextFile;
import com.messagemedia.auth0.store.LockFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The file that keeps a sandbox's tenant between runs: indented JSON with a version. Writes are atomic, and only one
 * process at a time changes it. Only its owner can read it, on file systems that have owners.
 */
final class StateFile {

    private static final Value VERSION = Value.of(1);

    private final AtomicTextFile file;
    private final LockFile lock;

    StateFile(Path file) {
        this.file = new AtomicTextFile(file, "sandbox's state file");
        this.lock = LockFile.whileWriting(file);
    }

    /** Runs work that reads and writes the file, while no other process and no other sandbox does. */
    <T> T change(Supplier<T> work) {
        return lock.exclusively(work, () -> {});
    }

    /** The tenant of the last run; empty if there was none. Refuses a file that is not a sandbox state. */
    Optional<TenantState> read() {
        return file.read().map(text -> state(parse(text)));
    }

    private Value parse(String text) {
        try {
            return Json.parse(text);
        } catch (JsonFormatException e) {
            throw broken(String.valueOf(e.getMessage()));
        }
    }

    private TenantState state(Value state) {
        if (!(state instanceof Tree tree) || !VERSION.equals(tree.members().get("version"))) {
            throw broken("it is not a sandbox state of version 1");
        }
        if (TenantPart.CONNECTIONS.in(tree).isEmpty()) {
            throw broken("it has no list of connections");
        }
        for (TenantPart part : TenantPart.values()) {
            part.in(tree).flatMap(items -> part.problem(items.items())).ifPresent(problem -> {
                throw broken(problem);
            });
        }
        // A release before the phone provider wrote the connections alone, and had no other tenant than an older one.
        TenantState kept = TenantState.of(tree, StartingTenant.OLDER.state());
        PublishedCredentials.check(kept);
        return kept;
    }

    private Fault broken(String problem) {
        return new Fault(
                "The " + file.name() + " is not usable: " + problem + ".",
                "Delete the file to start anew from the sandbox's starting tenant, or repair it. It was not changed.");
    }

    /** Writes the tenant atomically. */
    void write(TenantState state) {
        Tree tree = ObjectBuilder.empty()
                .put("version", VERSION)
                .put("about", "The tenant of a MessageMedia sandbox. Delete this file to start anew.")
                .putAll(state.tree())
                .tree();
        file.write(Json.writePretty(tree));
    }
}

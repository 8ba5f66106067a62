package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.connection.Value.Array;
import com.messagemedia.auth0.connection.Value.Tree;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.JsonFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Where a sandbox keeps its tenant between runs: pretty JSON with a version. Written whole or not at all, so that two
 * processes on one file never mix; the last one wins. Readable by its owner alone where the file system knows owners.
 */
final class StateFile {

    private static final Value VERSION = Value.of(1);
    private static final long LARGEST = 8L * 1024 * 1024;

    private final Path file;

    StateFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** The connections of the last run; empty where there was none. Refuses a file that it cannot make sense of. */
    @SuppressWarnings("UnusedException") // The message says where the JSON breaks; its text belongs to no trace.
    Optional<List<Tree>> read() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw broken("it cannot be read as a text file");
            }
            return Optional.of(connections(Json.parse(Files.readString(file))));
        } catch (JsonFormatException e) {
            throw broken(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw broken("it cannot be read as a text file");
        }
    }

    private List<Tree> connections(Value state) {
        if (!(state instanceof Tree tree) || !VERSION.equals(tree.members().get("version"))) {
            throw broken("it is not a sandbox state of version 1");
        }
        if (!(tree.members().get("connections") instanceof Array connections)) {
            throw broken("it has no list of connections");
        }
        ConnectionTree.problem(connections.items()).ifPresent(problem -> {
            throw broken(problem);
        });
        List<Tree> trees = connections.items().stream().map(Tree.class::cast).toList();
        trees.forEach(PublishedCredentials::check);
        return trees;
    }

    private Fault broken(String problem) {
        return new Fault(
                "The sandbox's state file " + file + " is not usable: " + problem,
                "Delete the file to start anew from the sandbox's starting tenant, or repair it. It was left as it is.");
    }

    /** Writes the connections; the file is either the old one or the new one at every moment. */
    void write(List<Tree> connections) {
        Tree state = Draft.empty()
                .put("version", VERSION)
                .put("about", "The tenant of a MessageMedia sandbox. Delete this file to start anew.")
                .put("connections", new Array(List.copyOf(connections)))
                .tree();
        try {
            replace(Json.writePretty(state));
        } catch (IOException e) {
            Fault fault = new Fault(
                    "The sandbox's state file " + file + " could not be written: "
                            + e.getClass().getSimpleName(),
                    "Check that its folder exists, may be written to and has room.");
            fault.initCause(e);
            throw fault;
        }
    }

    private void replace(String text) throws IOException {
        Path folder = file.resolveSibling("");
        Files.createDirectories(folder);
        // The JDK makes temporary files readable by their owner alone, and a move keeps that.
        Path temporary = Files.createTempFile(folder, ".sandbox-", ".tmp");
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}

package com.messagemedia.auth0.store;

import com.messagemedia.auth0.connection.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A small text file that is read and written as a whole. At every moment it is either the old text or the new one, and it is
 * readable by its owner alone where the file system knows owners.
 */
public final class WholeFile {

    private static final long LARGEST = 1024 * 1024;

    private final Path file;
    private final String what;

    /**
     * A file; nothing is read yet.
     *
     * @param what what the file is to the user, such as "plan file", for messages
     */
    public WholeFile(Path file, String what) {
        this.file = file.toAbsolutePath();
        this.what = what;
    }

    /** What the file is and where, for messages. */
    public String name() {
        return what + " " + file;
    }

    /**
     * The text; empty where there is no such file.
     *
     * @throws Fault when something is there that is no readable text file of at most 1 MiB
     */
    @SuppressWarnings("UnusedException") // The message names the file; more of what is in it is nobody's business.
    public Optional<String> read() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw unreadable();
            }
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private Fault unreadable() {
        return new Fault(
                "The " + name() + " cannot be read as a text file of at most 1 MiB.",
                "Check that it is a file, that you may read it, and that it is the one you mean.");
    }

    /**
     * Replaces the text; folders on the way are made.
     *
     * @throws Fault when it cannot be written; the old text is then still there
     */
    public void write(String text) {
        try {
            replace(text);
        } catch (IOException e) {
            throw caused(
                    new Fault(
                            "The " + name() + " could not be written ("
                                    + e.getClass().getSimpleName() + ").",
                            "Check that its folder exists, may be written to and has room."),
                    e);
        }
    }

    private void replace(String text) throws IOException {
        Path folder = file.resolveSibling("");
        Files.createDirectories(folder);
        // The JDK makes temporary files readable by their owner alone, and a move keeps that.
        Path temporary = Files.createTempFile(folder, ".messagemedia-", ".tmp");
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Fault caused(Fault fault, IOException cause) {
        fault.initCause(cause);
        return fault;
    }
}

package com.messagemedia.auth0.store;

import com.messagemedia.auth0.connection.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
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
            throw caused(unwritten(e), e);
        }
    }

    private Fault unwritten(IOException e) {
        return new Fault(
                "The " + name() + " could not be written (" + e.getClass().getSimpleName() + ").",
                "Check that its folder exists, may be written to and has room.");
    }

    /**
     * Writes a file that is not there yet, and returns once the disk has it; false where a file of this name is there.
     *
     * @param top the topmost folder that is for its owner alone; this one and those in it are made so where they are missing
     * @throws Fault when it cannot be written; nothing is left of it then
     */
    public boolean create(String text, Path top) {
        boolean taken = false;
        try {
            makeFolders(top.toAbsolutePath());
            if (!reserve()) {
                return false;
            }
            taken = true;
            replace(text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            force(file.resolveSibling(""));
            taken = false;
            return true;
        } catch (IOException e) {
            throw caused(unwritten(e), e);
        } finally {
            if (taken) {
                forget();
            }
        }
    }

    private void makeFolders(Path top) throws IOException {
        Files.createDirectories(top.resolveSibling(""));
        Path folder = file.resolveSibling("");
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /** Whoever makes the file has its name. */
    @SuppressWarnings("UnusedException") // It is the answer.
    private boolean reserve() throws IOException {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    @SuppressWarnings("UnusedException") // An empty file is left, which says no more than that something failed.
    private void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            return;
        }
    }

    private void replace(String text, OpenOption... how) throws IOException {
        Path folder = file.resolveSibling("");
        Files.createDirectories(folder);
        // The JDK makes temporary files readable by their owner alone, and a move keeps that.
        Path temporary = Files.createTempFile(folder, ".messagemedia-", ".tmp");
        try {
            Files.writeString(temporary, text, how);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Waits until the disk has the name of a file, too. */
    @SuppressWarnings("UnusedException") // Windows opens no folder, and needs none of it.
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            return;
        }
    }

    private static Fault caused(Fault fault, IOException cause) {
        fault.initCause(cause);
        return fault;
    }
}

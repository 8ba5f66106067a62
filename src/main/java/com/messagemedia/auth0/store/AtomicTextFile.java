package com.messagemedia.auth0.store;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.store.InputFile.SizeLimit;
import com.messagemedia.auth0.store.Unreadable.Reason;
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
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A small text file that is read and written as a whole. At every moment it is either the old text or the new one, and it is
 * readable by its owner alone where the file system knows owners.
 */
public final class AtomicTextFile {

    private final Path file;
    private final String what;

    /**
     * A file; nothing is read yet.
     *
     * @param what what the file is to the user, such as "plan file", for messages
     */
    public AtomicTextFile(Path file, String what) {
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
     * @throws Fault when something is there that is no ordinary file, too large, not UTF-8, or cannot be read
     */
    @SuppressWarnings("UnusedException") // The fault says all that it does.
    public Optional<String> read() {
        try {
            return Optional.of(new InputFile(file, SizeLimit.KEPT).text());
        } catch (Unreadable refusal) {
            if (refusal.reason() == Reason.ABSENT) {
                return Optional.empty();
            }
            throw new Fault("The " + name() + " " + refusal.problem() + ".", refusal.remedy());
        }
    }

    /**
     * Replaces the text; folders on the way are made.
     *
     * @throws Fault when it could not be read again, another thing than a file is there, or it cannot be written; what is there
     *     is then as it was
     */
    public void write(String text) {
        requireRoom(text);
        try {
            replace(text);
        } catch (IOException e) {
            throw caused(unwritten(e), e);
        }
    }

    /**
     * Refuses a text that could not be read again.
     *
     * @throws Fault when it is too large
     */
    public void requireRoom(String text) {
        SizeLimit.KEPT.require(text, name());
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
     * @throws Fault when it could not be read again, or cannot be written; nothing is left of it then
     */
    public boolean create(String text, Path top) {
        requireRoom(text);
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
        makeFolder(top.resolveSibling(""));
        Files.createDirectories(file.resolveSibling(""), permissions("rwx------"));
    }

    /** Makes a folder where there is none, to be written to by its owner alone, whatever the umask. */
    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, permissions("rwxr-xr-x"));
    }

    /** Permissions for a new file or folder, less what the umask takes away; none where the file system has no such thing. */
    static FileAttribute<?>[] permissions(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
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
        Path target = target();
        Path folder = target.resolveSibling("");
        makeFolder(folder);
        // The JDK makes temporary files readable by their owner alone, and a move keeps that.
        Path temporary = Files.createTempFile(folder, ".messagemedia-", ".tmp");
        try {
            Files.writeString(temporary, text, how);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A link stays one, and nothing but a file is replaced: a move would put one in the place of a device as well. */
    private Path target() throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new Fault(
                    "The " + name() + (Files.isDirectory(file) ? " is a folder" : " is no ordinary file")
                            + ". It was left as it is.",
                    "Name another file, or remove what is in its place.");
        }
        return Files.isSymbolicLink(file) ? file.toRealPath() : file;
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

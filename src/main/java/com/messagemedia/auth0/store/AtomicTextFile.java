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
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A small text file that is read and written as a whole. At every moment it contains either the old text or the new
 * one. Only its owner can read it, on file systems that have owners.
 */
public final class AtomicTextFile {

    private final Path file;
    private final String what;

    /**
     * A file. The constructor reads nothing.
     *
     * @param what the user's name for the file in messages, such as "plan file"
     */
    public AtomicTextFile(Path file, String what) {
        this.file = file.toAbsolutePath();
        this.what = what;
    }

    /** The user's name for the file and its path, for messages. */
    public String name() {
        return what + " " + file;
    }

    /**
     * The text; empty if the file does not exist.
     *
     * @throws Fault if the path leads to something other than a regular file, or the file is too large, not UTF-8 or
     *     unreadable
     */
    public Optional<String> read() {
        // An interruption would break the reading off. A run that ends so still has to add what it did.
        boolean interrupted = Thread.interrupted();
        try {
            return Optional.of(new InputFile(file, SizeLimit.KEPT).text());
        } catch (Unreadable refusal) {
            if (refusal.reason() == Reason.ABSENT) {
                return Optional.empty();
            }
            throw new Fault("The " + name() + " " + refusal.problem() + ".", refusal.remedy());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Replaces the text. Creates missing folders.
     *
     * @throws Fault if the text is too large to read again, the path leads to something other than a regular file, or
     *     the write fails; the old content stays
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
     * Refuses a text that is too large to read again.
     *
     * @throws Fault if it is too large
     */
    public void requireRoom(String text) {
        SizeLimit.KEPT.require(text, name());
    }

    private Fault unwritten(IOException e) {
        return new Fault(
                "The " + name() + " could not be written (" + e.getClass().getSimpleName() + ").",
                "Check that its folder exists, is writable and has free space.");
    }

    /**
     * Creates the file and returns once it is on the disk; false if a file of this name exists.
     *
     * @param top the topmost folder that only its owner may use; it and the folders in it are created with that
     *     permission if missing
     * @throws Fault if the text is too large to read again, or the write fails; no file remains
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

    /** Creates a missing folder that only its owner may write to, whatever the umask. */
    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, permissions("rwxr-xr-x"));
    }

    /**
     * Permissions for a new file or folder, less those that the umask removes; none if the file system has no
     * permissions.
     */
    static FileAttribute<?>[] permissions(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Creates the empty file, which reserves its name; false if it exists. */
    private boolean reserve() throws IOException {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException unused) {
            return false;
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException unused) {
            return;
        }
    }

    private void replace(String text, OpenOption... how) throws IOException {
        Path target = target();
        Path folder = target.resolveSibling("");
        makeFolder(folder);
        // The JDK creates temporary files that only their owner can read, and a move keeps that.
        Path temporary = Files.createTempFile(folder, ".messagemedia-", ".tmp");
        try {
            Files.writeString(temporary, text, how);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * The file to replace. A link stays a link. Only a regular file is replaced, because a move would also replace a
     * device.
     */
    private Path target() throws IOException {
        Optional<BasicFileAttributes> old = attributes();
        if (old.isPresent() && !old.get().isRegularFile()) {
            throw new Fault(
                    "The " + name() + (old.get().isDirectory() ? " is a folder" : " is not a regular file")
                            + ". It was not changed.",
                    "Choose another file, or remove the one at this path.");
        }
        return Files.isSymbolicLink(file) ? file.toRealPath() : file;
    }

    /** Asks once: between two questions another program may remove the file. Empty if nothing can be found there. */
    private Optional<BasicFileAttributes> attributes() {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
        } catch (IOException unused) {
            return Optional.empty();
        }
    }

    /** Waits until the name of the file is on the disk, too. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException unused) {
            return;
        }
    }

    private static Fault caused(Fault fault, IOException cause) {
        fault.initCause(cause);
        return fault;
    }
}

package com.messagemedia.auth0.store;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.store.InputFile.SizeLimit;
import com.messagemedia.auth0.store.Unreadable.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A text file of the user, such as a descriptor, as it was when a goal began. It never replaces what another program
 * wrote in the meantime. A new file gets the usual read permissions of the user's files, and only its owner may write
 * it, whatever the umask. An existing file keeps its permissions, and a link stays a link.
 */
public final class GuardedOutputFile {

    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path file;
    private final String what;
    private final Optional<byte[]> seen;

    private final String permissions;

    private GuardedOutputFile(Path file, String what, Optional<byte[]> seen, String permissions) {
        this.file = file;
        this.what = what;
        this.seen = seen;
        this.permissions = permissions;
    }

    /** This file; if it is new, only its owner may read it. */
    public GuardedOutputFile forOwnerAlone() {
        return new GuardedOutputFile(file, what, seen, "rw-------");
    }

    /**
     * Reads the file, or notes that it does not exist yet.
     *
     * @param what the user's name for the file in messages, such as "descriptor"
     * @throws Fault if the path leads to something other than a regular file, or the file is larger than a descriptor
     *     may be, or unreadable
     */
    public static GuardedOutputFile look(Path file, String what) {
        Path whole = file.toAbsolutePath();
        try {
            return new GuardedOutputFile(whole, what, contents(whole), "rw-r--r--");
        } catch (Unreadable refusal) {
            throw new Fault("The " + what + " " + whole + " " + refusal.problem() + ".", refusal.remedy());
        }
    }

    /** Whether anything exists at this path, even a broken link. */
    public static boolean isTaken(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<byte[]> contents(Path file) throws Unreadable {
        if (!isTaken(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InputFile(file, SizeLimit.SOURCE).bytes());
        } catch (Unreadable refusal) {
            // Another program removed it since.
            if (refusal.reason() == Reason.ABSENT) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** Whether the file had exactly this text when the goal began. */
    public boolean holds(String text) {
        return seen.filter(bytes -> Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** The file's bytes when the goal began; empty if it did not exist. */
    public Optional<byte[]> bytes() {
        return seen.map(byte[]::clone);
    }

    /**
     * Writes the text. Creates missing folders.
     *
     * @throws Fault if another program wrote the file since the goal began, the text is too large to read again, or
     *     the write fails; the file stays as it is
     */
    public void write(String text) {
        SizeLimit.SOURCE.require(text, what + " " + file);
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes these bytes. Creates missing folders.
     *
     * @throws Fault if another program wrote the file since the goal began, or the write fails; the file stays as it is
     */
    public void write(byte[] bytes) {
        try {
            if (seen.isPresent()) {
                replace(bytes, seen.get());
            } else {
                create(file, bytes);
            }
        } catch (IOException e) {
            boolean taken = e instanceof FileAlreadyExistsException && isTaken(file);
            throw caused(taken ? changed() : unwritten(e), e);
        }
    }

    private void replace(byte[] bytes, byte[] old) throws IOException {
        if (!isStill(old)) {
            throw changed();
        }
        Path real = file.toRealPath();
        Path temporary = real.resolveSibling(".messagemedia-" + UUID.randomUUID() + ".tmp");
        try {
            create(temporary, bytes);
            keepPermissions(real, temporary);
            Files.move(temporary, real, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private boolean isStill(byte[] old) {
        try {
            return contents(file).filter(now -> Arrays.equals(now, old)).isPresent();
        } catch (Unreadable unused) {
            return false;
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }

    /** Creates the file. Deletes it again if the write fails. */
    private void create(Path path, byte[] bytes) throws IOException {
        AtomicTextFile.makeFolder(path.resolveSibling(""));
        // This fails atomically if anything exists at the path: a file, a folder, a link.
        try (SeekableByteChannel channel = Files.newByteChannel(path, NEW, AtomicTextFile.permissions(permissions))) {
            fill(channel, path, ByteBuffer.wrap(bytes));
        }
    }

    private static void fill(SeekableByteChannel channel, Path path, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private Fault changed() {
        return new Fault(
                "Another program changed the " + what + " " + file + " while the goal ran. The goal did not change it.",
                "Check the file, then run the goal again.");
    }

    private Fault unwritten(IOException cause) {
        return new Fault(
                "The " + what + " " + file + " could not be written ("
                        + cause.getClass().getSimpleName() + ").",
                "Check that its folder exists, is writable and has free space.");
    }

    private static Fault caused(Fault fault, IOException cause) {
        fault.initCause(cause);
        return fault;
    }
}

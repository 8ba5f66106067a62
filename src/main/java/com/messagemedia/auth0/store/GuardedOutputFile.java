package com.messagemedia.auth0.store;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.store.InputFile.SizeLimit;
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
 * A text file of the user's own, such as a descriptor, as it was when a goal began. What somebody else writes there in the
 * meantime is never replaced. A new file may be read by whom the user's new files may be read, and written by its owner alone, whatever the umask; an old one keeps its
 * permissions, and a link stays one.
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

    /** The same file, which its owner alone may read if it is new. */
    public GuardedOutputFile forOwnerAlone() {
        return new GuardedOutputFile(file, what, seen, "rw-------");
    }

    /**
     * Looks at a file, or at the place where one is to be.
     *
     * @param what what the file is to the user, such as "descriptor", for messages
     * @throws Fault when something is there that is no ordinary file, larger than a descriptor may be, or cannot be read
     */
    @SuppressWarnings("UnusedException") // The fault says all that it does.
    public static GuardedOutputFile look(Path file, String what) {
        Path whole = file.toAbsolutePath();
        try {
            return new GuardedOutputFile(whole, what, contents(whole), "rw-r--r--");
        } catch (Unreadable refusal) {
            throw new Fault("The " + what + " " + whole + " " + refusal.problem() + ".", refusal.remedy());
        }
    }

    /** Whether anything is there, be it a link to nothing. */
    public static boolean isTaken(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<byte[]> contents(Path file) throws Unreadable {
        return isTaken(file) ? Optional.of(new InputFile(file, SizeLimit.SOURCE).bytes()) : Optional.empty();
    }

    /** Whether the file held exactly this text when it was looked at. */
    public boolean holds(String text) {
        return seen.filter(bytes -> Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /**
     * Writes the text; folders on the way are made.
     *
     * @throws Fault when somebody else wrote the file since it was looked at, it could not be read again, or it cannot be
     *     written; what is there is then as it was
     */
    public void write(String text) {
        SizeLimit.SOURCE.require(text, what + " " + file);
        try {
            if (seen.isPresent()) {
                replace(text, seen.get());
            } else {
                create(file, text);
            }
        } catch (IOException e) {
            boolean taken = e instanceof FileAlreadyExistsException && isTaken(file);
            throw caused(taken ? changed() : unwritten(e), e);
        }
    }

    private void replace(String text, byte[] old) throws IOException {
        if (!isStill(old)) {
            throw changed();
        }
        Path real = file.toRealPath();
        Path temporary = real.resolveSibling(".messagemedia-" + UUID.randomUUID() + ".tmp");
        try {
            create(temporary, text);
            keepPermissions(real, temporary);
            Files.move(temporary, real, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @SuppressWarnings("UnusedException") // What cannot be read any more is not what it was.
    private boolean isStill(byte[] old) {
        try {
            return contents(file).filter(now -> Arrays.equals(now, old)).isPresent();
        } catch (Unreadable e) {
            return false;
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }

    /** Makes a file that is not there; half a one does not stay. */
    private void create(Path path, String text) throws IOException {
        AtomicTextFile.makeFolder(path.resolveSibling(""));
        // Fails, in one step with the making, where anything is there: a file, a folder, a link.
        try (SeekableByteChannel channel = Files.newByteChannel(path, NEW, AtomicTextFile.permissions(permissions))) {
            fill(channel, path, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
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
                "Somebody else wrote the " + what + " " + file + " while the goal ran. It was left as it is.",
                "Look at it, then run the goal again if you still want to.");
    }

    private Fault unwritten(IOException cause) {
        return new Fault(
                "The " + what + " " + file + " could not be written ("
                        + cause.getClass().getSimpleName() + ").",
                "Check that its folder exists, may be written to and has room.");
    }

    private static Fault caused(Fault fault, IOException cause) {
        fault.initCause(cause);
        return fault;
    }
}

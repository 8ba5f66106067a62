package com.messagemedia.auth0.store;

import com.messagemedia.auth0.model.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file beside another one that is locked by whoever works with it: across processes, threads and class loaders. The system
 * frees it where a process dies. It stays there, empty: who deleted it could take it from under another's lock.
 *
 * @param file the lock's own file
 */
public record LockFile(Path file) {

    private static final long PAUSE_MILLIS = 20;

    /** The lock of a file, for as long as a goal works with it. */
    public static LockFile of(Path locked) {
        return new LockFile(locked.resolveSibling(locked.getFileName() + ".lock"));
    }

    /** The lock of a file for one change, which a goal that holds the other lock makes as well. */
    public static LockFile whileWriting(Path locked) {
        return new LockFile(locked.resolveSibling(locked.getFileName() + ".writing.lock"));
    }

    /** A lock that is held until it is closed. */
    public final class Held implements AutoCloseable {

        private final FileChannel channel;

        private Held(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw untaken(e);
            }
        }
    }

    /**
     * Waits until nobody else holds the lock, then holds it.
     *
     * @param waiting is called once if somebody else holds it
     * @throws Fault when the lock's file cannot be made
     */
    public Held acquire(Runnable waiting) {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            return new Held(locked(waiting));
        } catch (IOException e) {
            throw untaken(e);
        }
    }

    private FileChannel locked(Runnable waiting) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock(channel, waiting);
            return channel;
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Does the work once nobody else does any under this lock.
     *
     * @param waiting is called once if somebody else holds the lock
     * @throws Fault when the lock's file cannot be made
     */
    @SuppressWarnings("try") // The lock is held, and that is all.
    public <T> T exclusively(Supplier<T> work, Runnable waiting) {
        try (Held held = acquire(waiting)) {
            return work.get();
        }
    }

    private Fault untaken(IOException cause) {
        Fault fault = new Fault(
                "The lock " + file + " could not be taken (" + cause.getClass().getSimpleName() + ").",
                "Check that its folder exists, may be written to and allows locks.");
        fault.initCause(cause);
        return fault;
    }

    private static FileLock lock(FileChannel channel, Runnable waiting) throws IOException {
        FileLock lock = tryLock(channel);
        if (lock == null) {
            waiting.run();
        }
        while (lock == null) {
            pause();
            lock = tryLock(channel);
        }
        return lock;
    }

    /** Null where somebody else has it: another process, or another thread of this one. */
    @SuppressWarnings("UnusedException") // It is the answer.
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @SuppressWarnings("UnusedException") // The fault says all that it does.
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("The goal was interrupted while it waited for its turn.", "Run it again.");
        }
    }
}

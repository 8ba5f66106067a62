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
 * A lock for another file, across processes, threads and class loaders. It is an empty file beside the locked one.
 * The operating system releases the lock when a process dies. The lock file is never deleted: that could remove a
 * file that another process has locked.
 *
 * @param file the lock file
 */
public record LockFile(Path file) {

    /** How long to wait between two attempts: too short for a person to notice, and cheap for the disk. */
    private static final long PAUSE_MILLIS = 20;

    /** The lock that a goal holds while it works with a file. */
    public static LockFile of(Path locked) {
        return new LockFile(locked.resolveSibling(locked.getFileName() + ".lock"));
    }

    /** The lock for one write of a file. A goal that holds the other lock acquires this one too. */
    public static LockFile whileWriting(Path locked) {
        return new LockFile(locked.resolveSibling(locked.getFileName() + ".writing.lock"));
    }

    /** A held lock. Closing it releases the lock. */
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
     * Waits until the lock is free, then acquires it.
     *
     * @param waiting is called once if the lock is not free
     * @throws Fault if the lock file cannot be created
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
     * Waits until the lock is free, then does the work while it holds the lock.
     *
     * @param waiting is called once if the lock is not free
     * @throws Fault if the lock file cannot be created
     */
    @SuppressWarnings("try") // The lock is only held.
    public <T> T exclusively(Supplier<T> work, Runnable waiting) {
        try (Held held = acquire(waiting)) {
            return work.get();
        }
    }

    private Fault untaken(IOException cause) {
        Fault fault = new Fault(
                "The lock " + file + " could not be acquired ("
                        + cause.getClass().getSimpleName() + ").",
                "Check that its folder exists, is writable and supports locks.");
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

    /** Null if another process, or another thread of this process, holds the lock. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException unused) {
            return null;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException unused) {
            Thread.currentThread().interrupt();
            throw new Fault("The goal was interrupted while it waited for the lock.", "Run it again.");
        }
    }
}

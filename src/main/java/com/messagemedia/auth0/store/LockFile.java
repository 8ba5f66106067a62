package com.messagemedia.auth0.store;

import com.messagemedia.auth0.connection.Fault;
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

    /**
     * Does the work once nobody else does any under this lock.
     *
     * @param waiting is told once, where somebody else does
     * @throws Fault when the lock's file cannot be made
     */
    public void runExclusive(Runnable work, Runnable waiting) {
        exclusively(
                () -> {
                    work.run();
                    return true;
                },
                waiting);
    }

    /** The same for work that has a result. */
    public <T> T exclusively(Supplier<T> work, Runnable waiting) {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                FileLock lock = lock(channel, waiting);
                try {
                    return work.get();
                } finally {
                    lock.release();
                }
            }
        } catch (IOException e) {
            Fault fault = new Fault(
                    "The lock " + file + " could not be taken (" + e.getClass().getSimpleName() + ").",
                    "Check that its folder exists, may be written to and allows locks.");
            fault.initCause(e);
            throw fault;
        }
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

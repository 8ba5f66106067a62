package com.messagemedia.auth0.store;

import com.messagemedia.auth0.model.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A lock for another file, across processes, threads and class loaders. It is an empty file beside the locked one.
 * The operating system releases the lock when a process dies. The lock file is never deleted: that could remove a
 * file that another process has locked.
 *
 * @param file the lock file
 */
public record LockFile(Path file) {

    /**
     * Whose turn it is among the threads that share this class, for each lock file. Only one of them has the file open: on
     * POSIX systems a process loses its lock as soon as it closes any channel of the file (see {@link FileLock}).
     */
    private static final Map<Path, Semaphore> TURNS = new ConcurrentHashMap<>();

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
        private final Semaphore turn;

        private Held(FileChannel channel, Semaphore turn) {
            this.channel = channel;
            this.turn = turn;
        }

        @Override
        public void close() {
            if (!channel.isOpen()) {
                return;
            }
            try {
                channel.close();
            } catch (IOException e) {
                throw untaken(e);
            } finally {
                turn.release();
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
            Path folder = file.toAbsolutePath().resolveSibling("");
            Files.createDirectories(folder);
            Path real = folder.toRealPath().resolve(file.getFileName());
            return inTurn(TURNS.computeIfAbsent(real, unused -> new Semaphore(1)), waiting);
        } catch (IOException e) {
            throw untaken(e);
        }
    }

    private Held inTurn(Semaphore turn, Runnable waiting) throws IOException {
        boolean first = turn.tryAcquire();
        if (!first) {
            waiting.run();
            await(turn);
        }
        try {
            return new Held(locked(first ? waiting : () -> {}), turn);
        } catch (IOException | RuntimeException | Error e) {
            turn.release();
            throw e;
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

    private static void lock(FileChannel channel, Runnable waiting) throws IOException {
        if (isLocked(channel)) {
            return;
        }
        waiting.run();
        do {
            pause();
        } while (!isLocked(channel));
    }

    /**
     * Whether the channel holds the lock now. False if another process holds it, or this process by a copy of this class
     * that Maven loaded for another module.
     */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException unused) {
            return false;
        }
    }

    private static void await(Semaphore turn) {
        try {
            turn.acquire();
        } catch (InterruptedException unused) {
            throw interrupted();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException unused) {
            throw interrupted();
        }
    }

    private static Fault interrupted() {
        Thread.currentThread().interrupt();
        return new Fault("The goal was interrupted while it waited for the lock.", "Run it again.");
    }
}

package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.store.LockFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.aether.SessionData;

/**
 * Lets only one goal change a tenant at a time. With {@code -T} goals of one build run in parallel: two goals that read the same
 * options would overwrite each other's changes. A sandbox tenant is also locked against other processes.
 */
final class TenantLock implements AutoCloseable {

    private static final String KEY = "com.messagemedia.auth0 turn at ";

    private final Optional<Lock> ofBuild;
    private final Optional<LockFile.Held> ofMachine;

    private TenantLock(Optional<Lock> ofBuild, Optional<LockFile.Held> ofMachine) {
        this.ofBuild = ofBuild;
        this.ofMachine = ofMachine;
    }

    /** No lock, for a goal that only reads. */
    static TenantLock none() {
        return new TenantLock(Optional.empty(), Optional.empty());
    }

    /** Waits until no other goal of the build holds the lock of this tenant, then holds it until it is closed. */
    static TenantLock of(SessionData build, String tenant) {
        return new TenantLock(Optional.of(locked(build, tenant)), Optional.empty());
    }

    /**
     * Waits until no other goal, of this build or of another process, holds the lock of this sandbox, then holds it until it is
     * closed.
     *
     * @param state the file that keeps the sandbox's state
     * @param waiting is called once if another process holds the lock
     */
    static TenantLock ofSandbox(SessionData build, Path state, Runnable waiting) {
        Lock ofBuild = locked(build, state.toAbsolutePath().toString());
        try {
            return new TenantLock(
                    Optional.of(ofBuild), Optional.of(LockFile.of(state).acquire(waiting)));
        } catch (RuntimeException | Error e) {
            ofBuild.unlock();
            throw e;
        }
    }

    /** The build's data keeps the lock, as an object of the JDK: each module may load the plugin's classes again. */
    private static Lock locked(SessionData build, String tenant) {
        build.set(KEY + tenant, null, new ReentrantLock());
        Lock lock = (Lock) build.get(KEY + tenant);
        lock.lock();
        return lock;
    }

    @Override
    public void close() {
        try {
            if (ofMachine.isPresent()) {
                ofMachine.get().close();
            }
        } finally {
            if (ofBuild.isPresent()) {
                ofBuild.get().unlock();
            }
        }
    }
}

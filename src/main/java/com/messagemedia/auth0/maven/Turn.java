package com.messagemedia.auth0.maven;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.aether.SessionData;

/**
 * The turn of a goal among those of the same build that change the same tenant. With {@code -T} they run at once, and two that
 * had read the same options would each write back what the other has just changed.
 *
 * @param build what the modules of the build share
 * @param tenant the tenant's name, or the file in which an embedded one is kept
 */
record Turn(SessionData build, String tenant) {

    private static final String KEY = "com.messagemedia.auth0 turn at ";

    /** Does the work once no other goal of the build works there. */
    void take(Runnable work) {
        Lock lock = lock();
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Kept in the build, and of a class of the JDK: modules that declare the plugin differently load its classes each anew. */
    private Lock lock() {
        build.set(KEY + tenant, null, new ReentrantLock());
        return (Lock) build.get(KEY + tenant);
    }
}

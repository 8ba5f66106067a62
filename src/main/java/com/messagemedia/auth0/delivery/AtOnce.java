package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ManagementClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Reads several things of a tenant at the same time, each on a thread of its own. Near the tenant's rate limit it reads one
 * by one, on the caller's thread. No thread is left after {@link #close}.
 */
final class AtOnce implements AutoCloseable {

    private final ManagementClient client;
    private final List<Thread> threads = new ArrayList<>();

    AtOnce(ManagementClient client) {
        this.client = client;
    }

    /**
     * Starts a reading.
     *
     * @return waits for the result and gives it, or throws what the reading threw
     */
    <T> Supplier<T> read(Supplier<T> reading) {
        FutureTask<T> task = new FutureTask<>(reading::get);
        if (client.mayReadAtOnce()) {
            Thread thread = new Thread(task, "messagemedia-read");
            threads.add(thread);
            thread.start();
        } else {
            task.run();
        }
        return () -> result(task);
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw (Error) e.getCause();
        } catch (InterruptedException unused) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The reading was interrupted.");
        }
    }

    /** Ends the readings whose result nobody needs, and waits for their threads. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        for (Thread thread : threads) {
            thread.interrupt();
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException unused) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package com.messagemedia.auth0.fleet;

import com.messagemedia.auth0.model.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does a work for each of many members, several at a time. Members of one tenant take turns, in their order. The results have
 * the order of the members, whatever took how long. No thread outlives the work.
 *
 * @param parallel how many at a time, 1 or more
 */
public record Fleet(int parallel) {

    /** Refuses fewer than one at a time with {@link IllegalArgumentException}. */
    public Fleet {
        if (parallel < 1) {
            throw new IllegalArgumentException("a fleet needs at least one thread");
        }
    }

    /**
     * Does the work for each member.
     *
     * @param tenant the tenant of a member
     * @param work must not throw; a failure belongs into its result
     * @param finished gets each result as soon as it is there; one call at a time, in the order of the clock
     * @return the results, in the order of the members
     * @throws Fault if the caller's thread is interrupted; what is under way ends first
     */
    public <M, R> List<R> each(List<M> members, Function<M, String> tenant, Function<M, R> work, Consumer<R> finished) {
        Map<Integer, R> results = new LinkedHashMap<>();
        Collection<List<Integer>> turns = turns(members, tenant);
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(parallel, Math.max(1, turns.size())));
        try {
            List<Future<?>> underWay = new ArrayList<>();
            for (List<Integer> turn : turns) {
                underWay.add(threads.submit(() -> {
                    for (int index : turn) {
                        R result = work.apply(members.get(index));
                        synchronized (results) {
                            results.put(index, result);
                            finished.accept(result);
                        }
                    }
                }));
            }
            underWay.forEach(Fleet::await);
        } finally {
            end(threads);
        }
        List<R> ordered = new ArrayList<>();
        for (int index = 0; index < members.size(); index++) {
            ordered.add(results.get(index));
        }
        return ordered;
    }

    /** The members of each tenant, as indexes. */
    private static <M> Collection<List<Integer>> turns(List<M> members, Function<M, String> tenant) {
        Map<String, List<Integer>> turns = new LinkedHashMap<>();
        for (int index = 0; index < members.size(); index++) {
            turns.computeIfAbsent(tenant.apply(members.get(index)), unused -> new ArrayList<>())
                    .add(index);
        }
        return turns.values();
    }

    /** Interrupts what is still under way, and waits for its end. */
    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("The run was interrupted.", "Run the goal again.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}

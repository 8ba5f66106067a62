package com.messagemedia.auth0.sandbox.page;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What happened last at the sandbox: requests, messages, and what changed the tenant. It wakes the open streams, and
 * holds no more than a person can read.
 */
final class Journal {

    /** How many requests, and how many messages, it holds. */
    static final int KEPT = 200;

    private final Deque<Numbered<Call>> calls = new ArrayDeque<>();
    private final Deque<Numbered<Arrival>> arrivals = new ArrayDeque<>();
    private LastChange lastChange = LastChange.NONE;
    private long number;
    private boolean closed;

    /** What holds a place in the order of events. */
    record Numbered<T>(long number, T item) {}

    /** A message that arrived at MessageMedia. */
    record Arrival(Instant time, String recipient, String sender, String text, boolean accepted, String way) {}

    /** The last change of the tenant, and who made it. */
    record LastChange(Instant time, String cause, List<Change> changes) {
        static final LastChange NONE = new LastChange(Instant.EPOCH, "", List.of());
    }

    /** A request and its answer. */
    record Call(
            Instant time,
            String method,
            String target,
            int status,
            BodyCopy sent,
            BodyCopy answer,
            List<Change> changes) {}

    synchronized void add(Call call) {
        add(calls, call);
    }

    synchronized void add(Arrival arrival) {
        add(arrivals, arrival);
    }

    private <T> void add(Deque<Numbered<T>> list, T item) {
        number++;
        list.addLast(new Numbered<>(number, item));
        if (list.size() > KEPT) {
            list.removeFirst();
        }
        notifyAll();
    }

    synchronized void changed(LastChange change) {
        number++;
        lastChange = change;
        notifyAll();
    }

    /** Something happened that is seen elsewhere. */
    synchronized void touched() {
        number++;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** The number of the latest event. */
    synchronized long number() {
        return number;
    }

    /** Waits for an event after this one, or until the time is over, or the sandbox closes. */
    @SuppressWarnings("WaitNotInLoop") // The caller's loop asks again: an early return is an early heartbeat.
    synchronized void await(long after, long millis) throws InterruptedException {
        if (number <= after && !closed) {
            wait(millis);
        }
    }

    synchronized LastChange lastChange() {
        return lastChange;
    }

    synchronized Optional<Call> lastCall() {
        return Optional.ofNullable(calls.peekLast()).map(Numbered::item);
    }

    synchronized List<Numbered<Call>> callsAfter(long after) {
        return after(calls, after);
    }

    synchronized List<Numbered<Arrival>> arrivalsAfter(long after) {
        return after(arrivals, after);
    }

    private static <T> List<Numbered<T>> after(Deque<Numbered<T>> list, long after) {
        return list.stream().filter(item -> item.number() > after).toList();
    }
}

package com.messagemedia.auth0.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many members, several at a time, each tenant once at a time. */
final class FleetThreadsTest {

    private static final List<Integer> MEMBERS = IntStream.range(0, 40).boxed().toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 100})
    void resultsHaveTheOrderOfTheMembersWhateverFinishesFirst(int parallel) {
        Random random = new Random(parallel);
        List<Integer> finished = new ArrayList<>();
        List<Integer> results = new Fleet(parallel)
                .each(MEMBERS, String::valueOf, member -> spun(member, random.nextInt(200)), finished::add);
        assertThat(results).isEqualTo(MEMBERS);
        assertThat(finished).containsExactlyInAnyOrderElementsOf(MEMBERS);
    }

    /** Takes a while of its own without a look at the clock. */
    private static int spun(int member, int yields) {
        for (int turn = 0; turn < yields; turn++) {
            Thread.yield();
        }
        return member;
    }

    @Test
    void membersOfOneTenantTakeTurnsInTheirOrder() {
        AtomicInteger inside = new AtomicInteger();
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        new Fleet(8)
                .each(
                        MEMBERS,
                        member -> "one",
                        member -> {
                            assertThat(inside.incrementAndGet()).isEqualTo(1);
                            order.add(member);
                            inside.decrementAndGet();
                            return member;
                        },
                        result -> {});
        assertThat(order).isEqualTo(MEMBERS);
    }

    /** Each of three members waits for the other two. */
    @Test
    void asManyAsAllowedAreUnderWayAtOnce() {
        CountDownLatch all = new CountDownLatch(3);
        List<Boolean> met = new Fleet(3)
                .each(
                        List.of(1, 2, 3),
                        String::valueOf,
                        member -> {
                            all.countDown();
                            try {
                                return all.await(2, TimeUnit.MINUTES);
                            } catch (InterruptedException e) {
                                return false;
                            }
                        },
                        result -> {});
        assertThat(met).containsExactly(true, true, true);
    }

    @Test
    void aBugEndsTheRunAndNoThreadIsLeft() {
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        assertThatThrownBy(() -> new Fleet(2)
                        .each(
                                MEMBERS,
                                String::valueOf,
                                member -> {
                                    threads.add(Thread.currentThread());
                                    throw new StackOverflowError("a bug");
                                },
                                result -> {}))
                .isInstanceOf(StackOverflowError.class);
        assertThat(threads).isNotEmpty().allSatisfy(thread -> {
            thread.join(TimeUnit.SECONDS.toMillis(20));
            assertThat(thread.isAlive()).isFalse();
        });
    }

    @Test
    void anInterruptEndsTheRunAfterWhatIsUnderWay() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        Thread caller = Thread.currentThread();
        assertThatThrownBy(() -> new Fleet(2)
                        .each(
                                MEMBERS,
                                String::valueOf,
                                member -> {
                                    begun.incrementAndGet();
                                    caller.interrupt();
                                    spun(member, 10_000);
                                    return ended.incrementAndGet();
                                },
                                result -> {}))
                .hasMessage("The run was interrupted.");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(begun.get()).isPositive().isEqualTo(ended.get());
    }

    @Test
    void noMemberIsNoWork() {
        assertThat(new Fleet(8).each(List.of(), String::valueOf, member -> member, result -> {}))
                .isEmpty();
    }

    @Test
    void fewerThanOneIsRefused() {
        assertThatThrownBy(() -> new Fleet(0)).isInstanceOf(IllegalArgumentException.class);
    }
}

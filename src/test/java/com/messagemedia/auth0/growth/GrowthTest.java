package com.messagemedia.auth0.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ten times the leaves cost about ten times the work. The test counts steps of our own code and the memory that a run asks
 * for, and no time: a slow machine counts the same.
 */
class GrowthTest {

    private static final int SMALL = 50;
    private static final int FACTOR = 10;

    /** Sorting takes 16 times as much for 500 as for 50, a table that doubles up to 20 times. Each pair takes 100 times. */
    private static final double MOST = 25;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final CountingLoader LOADER = new CountingLoader();

    /** What a run took. */
    private record Work(long steps, long bytes) {}

    @ParameterizedTest
    @EnumSource(Workload.class)
    void tenTimesTheLeavesTakeAboutTenTimesTheWork(Workload workload) throws ReflectiveOperationException {
        assumeThat(THREADS.isThreadAllocatedMemorySupported()).isTrue();
        run(workload, SMALL);
        Work few = run(workload, SMALL);
        Work many = run(workload, SMALL * FACTOR);
        Work most = run(workload, SMALL * FACTOR * FACTOR);
        assertGrowth(few, many);
        assertGrowth(many, most);
    }

    private static void assertGrowth(Work less, Work more) {
        assertThat(less.steps()).isGreaterThan(SMALL);
        assertThat((double) more.steps() / less.steps()).as("steps").isBetween(2.0, MOST);
        assertThat((double) more.bytes() / less.bytes()).as("bytes").isBetween(2.0, MOST);
    }

    private static Work run(Workload workload, int leaves) throws ReflectiveOperationException {
        Runnable prepared = (Runnable) Class.forName(Workloads.class.getName(), true, LOADER)
                .getMethod("of", String.class, int.class)
                .invoke(null, workload.name(), leaves);
        long thread = Thread.currentThread().getId();
        long steps = Steps.count();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        prepared.run();
        return new Work(Steps.count() - steps, THREADS.getThreadAllocatedBytes(thread) - bytes);
    }
}

package com.messagemedia.auth0.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.auth0.ShortWaits;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.RateLimit;
import com.messagemedia.auth0.sandbox.RateLimit.Budget;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
import com.messagemedia.auth0.testing.Rehearsal;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hundreds of applies in one process, each with changes and faults from a fixed seed: an outcome never claims what is not so, no
 * option of others is lost, and nothing is left behind.
 */
class SoakTest {

    private static final int WARM_UP = 100;
    private static final int APPLIES = 500;
    private static final List<String> STEPS = List.of(Rehearsal.TOKEN, Rehearsal.LIST, Rehearsal.PATCH, Rehearsal.READ);

    /** A leak of one thread, socket or kilobyte of each apply would be far beyond these. */
    private static final int FEW = 40;

    private static final long SOME_BYTES = 24L << 20;

    private final Random random = new Random(20261124);
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private int edits;

    @Test
    void nothingIsLostAndNothingIsLeftBehind(@TempDir Path folder) {
        RateLimit plenty = RateLimit.global(new Budget(1_000_000, 1_000_000, Duration.ofSeconds(1)));
        try (Rehearsal tenant = Rehearsal.in(folder, SandboxSettings.inMemory().withRateLimit(plenty))) {
            applyOften(tenant, WARM_UP);
            Usage warm = Usage.now();
            applyOften(tenant, APPLIES - WARM_UP);
            Usage end = Usage.now();
            System.out.println(APPLIES + " applies: " + outcomes + ", " + edits + " edits of colleagues; " + warm
                    + " after " + WARM_UP + ", " + end + " at the end");
            assertThat(end.threads()).isLessThan(warm.threads() + FEW);
            assertThat(end.files()).isLessThan(warm.files() + FEW);
            assertThat(end.bytes()).isLessThan(warm.bytes() + SOME_BYTES);
        }
        assertThat(outcomes.get(Outcome.APPLIED)).isGreaterThan(APPLIES / 5);
        assertThat(outcomes.keySet())
                .contains(Outcome.NOTHING_TO_DO, Outcome.NOTHING_WRITTEN, Outcome.REFUSED, Outcome.UNKNOWN_STATE);
    }

    private void applyOften(Rehearsal tenant, int times) {
        for (int i = 0; i < times; i++) {
            String wanted = "Code " + random.nextInt(3) + ": @@password@@";
            tenant.describe(Rehearsal.MESSAGE_MEDIA, "options: {template: \"" + wanted + "\"}\n");
            meddle(tenant);
            for (int faults = random.nextInt(3); faults > 0; faults--) {
                tenant.wire().once(Moment.of(pick(STEPS), pick(List.of(Fate.values()))));
            }
            apply(tenant, wanted);
        }
    }

    /** A colleague changes what nobody manages, and now and then what the descriptor owns. */
    private void meddle(Rehearsal tenant) {
        if (random.nextInt(3) == 0) {
            edits++;
            tenant.set("colleague.edits", String.valueOf(edits));
        }
        if (random.nextInt(8) == 0) {
            tenant.set("template", "\"Edited: @@password@@\"");
        }
    }

    private void apply(Rehearsal tenant, String wanted) {
        Tree before = tenant.sandbox().tenant().connection("sms");
        Outcome outcome = outcome(tenant);
        outcomes.merge(outcome, 1, Integer::sum);
        Tree after = tenant.sandbox().tenant().connection("sms");
        boolean done = tenant.live("template").equals("\"" + wanted + "\"")
                && tenant.live("provider").equals("\"sms_gateway\"");
        switch (outcome) {
            case APPLIED, NOTHING_TO_DO -> assertThat(done).isTrue();
            case UNKNOWN_STATE -> assertThat(done || after.equals(before)).isTrue();
            default -> assertThat(after).isEqualTo(before);
        }
        assertThat(tenant.live("colleague.edits")).isEqualTo(edits == 0 ? "absent" : String.valueOf(edits));
        assertThat(tenant.live("brute_force_protection")).isEqualTo("true");
        assertThat(tenant.live("upstream_params.screen_name.alias")).isEqualTo("\"login_hint\"");
    }

    private Outcome outcome(Rehearsal tenant) {
        Choices choices = random.nextInt(4) == 0 ? Choices.OVERWRITE : Choices.NONE;
        try {
            return tenant.apply(random.nextInt(3) == 0 ? choices : choices.with(ShortWaits.endless()))
                    .outcome();
        } catch (Fault fault) {
            if (fault.outcome() == Outcome.REFUSED) {
                // No fault of the network is a reason to refuse: a colleague's edit alone is.
                assertThat(fault).hasMessage("The plan has 1 conflict: template. Nothing was written.");
            }
            return fault.outcome();
        }
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** What a process holds. */
    private record Usage(int threads, long files, long bytes) {

        static Usage now() {
            System.gc();
            long bytes =
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
            // Other systems do not tell; there the other two still count.
            long files = system instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0;
            return new Usage(Thread.activeCount(), files, bytes);
        }

        @Override
        public String toString() {
            return threads + " threads, " + files + " open files, " + (bytes >> 10) + " KiB";
        }
    }
}

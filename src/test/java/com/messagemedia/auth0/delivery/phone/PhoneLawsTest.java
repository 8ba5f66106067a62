package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Colleague;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws over tenants and descriptors made from seeds: a second plan is empty, and what others own stays. */
final class PhoneLawsTest extends PhoneRehearsal {

    private static final List<StartingTenant> STARTS = List.of(
            StartingTenant.MODERN,
            StartingTenant.STUB_ACTION,
            StartingTenant.TWILIO_PROVIDER,
            StartingTenant.SWITCHED,
            StartingTenant.OLDER);
    private static final List<String> SENDERS = List.of("+44", "+64", "+1", "+49");
    private static final List<String> TYPES = List.of("otp_verify", "otp_enroll", "change_password");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void secondPlanIsEmptyAndWhatOthersOwnStays(long seed) {
        Random random = new Random(seed);
        on(STARTS.get(random.nextInt(STARTS.size())), descriptor(random));
        Colleague dashboard = new Colleague(rehearsal.sandbox());
        for (int i = 0; i < 3; i++) {
            dashboard.sets("theirs_" + random.nextInt(9), Value.of(random.nextInt()));
        }
        // Without it a connection of an older tenant sends by its own Twilio options.
        dashboard.sets("use_phone_provider", Value.of(true));
        Options before = rehearsal.live();
        for (int step = 0; step < 3; step++) {
            assertThat(rehearsal.apply(takingOver()).outcome().word()).isIn("applied", "nothing-to-do");
            assertThat(colleague().getsACode()).isTrue();
            assertThat(rehearsal.plan().plan().isNothingToDo()).isTrue();
            before.leaves().forEach((path, value) -> assertStays(path, value));
            assertSingle();
            assertStable();
            rehearsal.describe(descriptor(random));
        }
    }

    private void assertStays(FieldPath path, Value value) {
        if (!path.head().equals("totp")) {
            assertThat(rehearsal.live().get(path)).as("%s", path).contains(value);
        }
    }

    private static String descriptor(Random random) {
        StringBuilder text = new StringBuilder(PHONE);
        if (random.nextBoolean()) {
            text.append("  senders: {\"" + SENDERS.get(random.nextInt(SENDERS.size())) + "\": Acme}\n");
        }
        if (random.nextBoolean()) {
            text.append("options: {totp: {length: " + (4 + random.nextInt(4)) + ", time_step: 300}}\n");
        }
        if (random.nextBoolean()) {
            text.append("phoneProvider:\n  templates:\n    " + TYPES.get(random.nextInt(TYPES.size()))
                    + ": {text: \"{{ code }} number " + random.nextInt(99) + "\"}\n");
        }
        return text.toString();
    }
}

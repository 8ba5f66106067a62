package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.sandbox.RateLimit;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A newer tenant of its own for each test, and a descriptor that sends through the phone provider. */
abstract class PhoneRehearsal {

    static final String PHONE = "delivery: phoneProvider\n" + Rehearsal.MESSAGE_MEDIA;
    static final String TOKEN = Rehearsal.TOKEN;
    static final String ACTIONS = "GET /api/v2/actions/actions?triggerId=custom-phone-provider&per_page=100";
    static final String BINDINGS = "GET /api/v2/actions/triggers/custom-phone-provider/bindings?per_page=50";
    static final String PROVIDERS = "GET /api/v2/branding/phone/providers";
    static final String SETTINGS = "GET /api/v2/tenants/settings?fields=phone_consolidated_experience";
    static final String READ_ACTION = "GET /api/v2/actions/actions/00000000-0000-4000-8000-000000000001";
    static final String PATCH_ACTION = "PATCH /api/v2/actions/actions/00000000-0000-4000-8000-000000000001";
    static final String DEPLOY = "POST /api/v2/actions/actions/00000000-0000-4000-8000-000000000001/deploy";
    static final String BIND = "PATCH /api/v2/actions/triggers/custom-phone-provider/bindings";
    static final Applied DONE = new Applied(Outcome.APPLIED, List.of(), false);
    static final Applied NOTHING = new Applied(Outcome.NOTHING_TO_DO, List.of(), false);

    /** A test makes many requests in a moment, and its colleague too; the limit is no subject here. */
    private static final RateLimit WIDE = RateLimit.global(new RateLimit.Budget(1000, 1000, Duration.ofSeconds(1)));

    @TempDir
    Path folder;

    Rehearsal rehearsal;

    /** Starts a tenant, and describes it. */
    final Rehearsal on(StartingTenant start, String... sections) {
        rehearsal = Rehearsal.in(
                        folder,
                        SandboxSettings.inMemory()
                                .withStart(start)
                                .withPhoneScopes()
                                .withRateLimit(WIDE))
                .delivering(new PhoneDelivery(new BuildWait(Duration.ZERO, 20)));
        return rehearsal.describe(sections);
    }

    final PhoneColleague colleague() {
        return new PhoneColleague(rehearsal.sandbox());
    }

    @AfterEach
    final void close() {
        rehearsal.close();
    }

    /** The requests since this was last asked. The readings that begin a plan happen at the same time, and come sorted. */
    final List<String> requests() {
        List<String> all = new ArrayList<>(rehearsal.requests());
        int end = 1;
        while (end < all.size() && end < 6 && all.get(end).startsWith("GET ")) {
            end++;
        }
        if (end > 1) {
            Collections.sort(all.subList(1, end));
        }
        return all;
    }

    final Choices takingOver() {
        return Choices.NONE.takingOver(rehearsal.sandbox().address().domain());
    }

    /** There is one Action, one binding of it and one provider, and the tenant refused no creation. */
    final void assertSingle() {
        assertSingle(0);
    }

    /** The same, where the tenant refused so many requests as too early. */
    final void assertSingle(int refused) {
        assertThat(colleague().counts()).containsExactly(1, 1, 1);
        assertThat(rehearsal.sandbox().requests())
                .filteredOn(request ->
                        request.method().equals("POST") && request.target().startsWith("/api/"))
                .filteredOn(request -> request.status() == 409 || request.status() == 400)
                .hasSize(refused);
    }

    final void assertStable() {
        rehearsal.requests();
        assertThat(rehearsal.apply(Choices.NONE)).isEqualTo(NOTHING);
        assertThat(rehearsal.requests()).noneMatch(request -> !request.equals(TOKEN) && !request.startsWith("GET "));
    }
}

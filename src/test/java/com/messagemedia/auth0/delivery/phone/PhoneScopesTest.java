package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The scopes that docs/PHONE_PROVIDER.md lists are enough, and without one of them nothing is written. */
final class PhoneScopesTest extends PhoneRehearsal {

    private static final String TEMPLATE =
            "phoneProvider: {templates: {otp_verify: {text: \"{{ code }} is your code\"}}}\n";
    private static final String[] READ = {
        "read:connections", "read:connections_options", "read:actions", "read:phone_providers"
    };
    private static final String[] WRITE = {"update:connections", "update:connections_options"};

    private static Set<String> scopes(String[] some, String... more) {
        Set<String> all = new TreeSet<>(Arrays.asList(some));
        all.addAll(Arrays.asList(more));
        return all;
    }

    private static Set<String> writing(String... more) {
        Set<String> all = scopes(READ, WRITE);
        all.addAll(Arrays.asList(more));
        return all;
    }

    private void granted(Set<String> scopes, String... sections) {
        rehearsal = Rehearsal.in(
                        folder,
                        SandboxSettings.inMemory()
                                .withStart(StartingTenant.MODERN)
                                .withScopes(scopes))
                .delivering(new PhoneDelivery(new BuildWait(Duration.ZERO, 20)));
        rehearsal.describe(sections);
    }

    private void requireMissing(String scopes) {
        Fault fault = rehearsal.refused();
        assertThat(fault)
                .hasMessageContaining(" lacks the scope")
                .hasMessageContaining(scopes + ". Nothing was written.");
        assertThat(fault.remedy()).startsWith("Grant " + scopes.replace(",", "") + " to the client: ");
        assertThat(rehearsal.requests()).allMatch(request -> request.equals(TOKEN) || request.startsWith("GET "));
    }

    @Test
    void readersNeedNoScopeToWrite() {
        granted(scopes(READ, "read:phone_templates"), PHONE, TEMPLATE);
        Plan plan = rehearsal.with(Choices.NONE, TenantPlanner::plan).plan();
        assertThat(plan.mayBeApplied()).isTrue();
        assertThat(rehearsal
                        .with(Choices.NONE, TenantPlanner::planReadOnly)
                        .plan()
                        .counts())
                .isEqualTo(plan.counts());
        requireMissing("update:connections, update:connections_options");
    }

    @Test
    void setUpNeedsTheScopesOfEachResource() {
        granted(writing(), PHONE);
        requireMissing("create:actions, update:actions, create:phone_providers");
        close();
        granted(writing("create:actions", "update:actions", "create:phone_providers"), PHONE);
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(rehearsal.apply()).isEqualTo(NOTHING);
    }

    @Test
    void templateNeedsItsOwnScopes() {
        granted(writing("create:actions", "update:actions", "create:phone_providers"), PHONE, TEMPLATE);
        requireMissing("read:phone_templates");
    }

    @Test
    void connectionAloneNeedsTheScopesOfTheGateway() {
        granted(
                scopes(WRITE, "read:connections", "read:connections_options"),
                PHONE,
                "phoneProvider: {manage: false}\noptions: {totp: {length: 4}}\n");
        assertThat(rehearsal.apply()).isEqualTo(DONE);
    }
}

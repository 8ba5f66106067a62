package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.Scopes;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Choices;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A descriptor of the tenant's phone provider alone: {@code connection: none}. */
final class PhoneWithoutConnectionTest extends PhoneRehearsal {

    private static final String NONE = "connection: none\nstate: file\n";

    @Test
    void providerIsSetUpAndAFileKeepsTheRecord() {
        on(StartingTenant.MODERN, PHONE, NONE);
        assertThat(rehearsal.plan().plan().target().connectionInWords()).isEqualTo("no connection");
        rehearsal.requests();
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(requests()).noneMatch(request -> request.contains("/connections"));
        assertThat(rehearsal.recordFile()).exists();
        assertStable();
    }

    @Test
    void driftIsSeenAndMended() {
        on(StartingTenant.MODERN, PHONE, NONE);
        rehearsal.apply();
        colleague().configureProvider("custom", true, "text");
        assertThat(rehearsal.plan().plan().conflicts()).hasToString("[phoneProvider.disabled]");
        assertThat(rehearsal.apply(Choices.OVERWRITE)).isEqualTo(DONE);
        assertStable();
    }

    @Test
    void noScopeForConnectionsIsNeeded() {
        on(StartingTenant.MODERN, PHONE, NONE);
        List<String> names = rehearsal.with(
                Choices.NONE, planner -> planner.withResources(Scopes.WRITE).names());
        assertThat(names).containsExactly("read:actions", "read:phone_providers");
    }
}

package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.testing.TenantWire;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the others if one tenant of a wave fails, and that the next run goes on from there. */
@MojoParameter(name = "environment", value = "all")
class FleetFatesTest extends FleetTest {

    private static final Predicate<String> READS = request -> request.startsWith("GET ");

    private static final String STOPPED =
            "The run stopped in wave 1 of 2. Written: dev. Not written: prod-eu, prod-us.\nOutcome of 3";
    private static final String NO_WRITE =
            "Nothing was written in any environment. To change only dev, prod-us now, add"
                    + " -Dmessagemedia.continueOnError=true.\nOutcome of 3 environments: 2 pending, 1 nothing written.";

    /** What happens to prod-eu, which changes in one wave with dev; prod-us comes in the next. */
    enum Fate {
        LIMITED_AT_A_READING(wire -> wire.limits(1, READS), "applied applied applied", "dev prod-eu prod-us", ""),
        LIMITED_AT_THE_WRITE(
                wire -> wire.limits(1, TenantWire.WRITES), "applied applied applied", "dev prod-eu prod-us", ""),
        DOWN(
                wire -> wire.drops(TenantWire.ALL),
                "pending nothing-written pending",
                "",
                "Getting a Management API token from prod-eu.example failed: the connection closed before the complete"
                        + " answer arrived.\n Run the goal again.\n" + NO_WRITE),
        READING_FORBIDDEN(
                wire -> wire.answers(403, READS),
                "pending nothing-written pending",
                "",
                "Reading the connections of prod-eu.example failed: 403 Forbidden\n"),
        DOWN_AT_THE_WRITE(
                wire -> wire.drops(TenantWire.WRITES),
                "applied nothing-written pending",
                "dev",
                "Changing connection con_SandboxSms000000 of prod-eu.example failed: the connection closed before the"
                        + " complete answer arrived. A second read shows that the change was not applied.\n"
                        + " Run the goal again.\n" + STOPPED
                        + " environments: 1 applied, 1 nothing written, 1 pending."),
        LIMITED_FOR_LONG(
                wire -> wire.limits(99, TenantWire.WRITES),
                "applied nothing-written pending",
                "dev",
                "Changing connection con_SandboxSms000000 of prod-eu.example failed: 429 Too Many Requests: Limit\n"
                        + " Run the goal again in a second; other programs that use the tenant's Management API share its"
                        + " limit.\n" + STOPPED),
        DEAD_AFTER_THE_WRITE(
                wire -> wire.diesAfter(1, TenantWire.WRITES),
                "applied applied pending",
                "dev prod-eu",
                "Auth0 took the change, but it cannot be read again. Reading the connections of prod-eu.example failed:"
                        + " the connection closed before the complete answer arrived.\n Run the goal again.\n"
                        + "The run stopped in wave 1 of 2. Written: dev, prod-eu. Not written: prod-us.\nOutcome of 3"
                        + " environments: 2 applied, 1 pending."),
        DEAD_AT_THE_WRITE(
                wire -> wire.diesAfter(1, TenantWire.WRITES).losesReplies(TenantWire.WRITES),
                "applied unknown-state pending",
                "dev prod-eu",
                "Changing connection con_SandboxSms000000 of prod-eu.example failed: the connection closed before the"
                        + " complete answer arrived. A second read failed too, so it is unknown whether the change was"
                        + " applied.\n When Auth0 can be reached again, run the plan goal: it shows what the connection"
                        + " holds.\nThe run stopped in wave 1 of 2. Written: dev. Unknown: prod-eu. Not written: prod-us."),
        REPLY_LOST(wire -> wire.losesReplies(TenantWire.WRITES), "applied applied applied", "dev prod-eu prod-us", ""),
        WRITE_REFUSED(
                wire -> wire.answers(400, TenantWire.WRITES),
                "applied nothing-written pending",
                "dev",
                "Changing connection con_SandboxSms000000 of prod-eu.example failed: 400 Bad Request\n Correct the value"
                        + " that the message names in messagemedia-auth0.yaml.\n" + STOPPED),
        WRITE_FAILS_THERE(
                wire -> wire.answers(500, TenantWire.WRITES),
                "applied nothing-written pending",
                "dev",
                "Changing connection con_SandboxSms000000 of prod-eu.example failed: 500 Internal Server Error. A second"
                        + " read shows that the change was not applied.\n Run the goal again.\n" + STOPPED);

        private final Consumer<TenantWire> breakage;
        private final String outcomes;
        private final List<String> written;
        private final String message;

        Fate(Consumer<TenantWire> breakage, String outcomes, String written, String message) {
            this.breakage = breakage;
            this.outcomes = outcomes;
            this.written = written.isEmpty() ? List.of() : List.of(written.split(" "));
            this.message = message;
        }
    }

    private List<String> written() {
        return tenants.keySet().stream()
                .filter(name -> Value.of("+61491570156").equals(option(name, "from")))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void theNextRunGoesOn(
            Fate fate,
            @InjectMojo(goal = "apply") ApplyMojo first,
            @InjectMojo(goal = "apply") ApplyMojo second,
            @InjectMojo(goal = "apply") ApplyMojo third)
            throws IOException {
        describe("[[dev, prod-eu], [prod-us]]", Map.of());
        TenantWire wire = TenantWire.to(tenants.get("prod-eu"));
        fate.breakage.accept(wire);
        String end = named(end(first));
        if (fate.message.isEmpty()) {
            assertThat(end).isEmpty();
        } else {
            assertThat(end).startsWith("1 of 3 environments failed: prod-eu.\nprod-eu: " + fate.message);
        }
        assertThat(outcomes()).isEqualTo(fate.outcomes);
        assertThat(written()).isEqualTo(fate.written);
        if (!fate.written.isEmpty()) {
            String undo = "To undo what this run wrote: mvn messagemedia:rollback -Dmessagemedia.environment="
                    + (end.isEmpty() ? "all" : String.join(",", fate.written)) + " -Dmessagemedia.run=" + ranLast();
            assertThat(end.isEmpty() ? String.join("\n", told()) : end).endsWith(undo);
        }
        wire.mend();
        assertThat(end(second)).isEmpty();
        assertThat(written()).containsExactly("dev", "prod-eu", "prod-us");
        int wrote = writes("dev").size()
                + writes("prod-eu").size()
                + writes("prod-us").size();
        assertThat(end(third)).isEmpty();
        assertThat(outcomes()).isEqualTo("nothing-to-do nothing-to-do nothing-to-do");
        assertThat(writes("dev").size()
                        + writes("prod-eu").size()
                        + writes("prod-us").size())
                .isEqualTo(wrote);
    }
}

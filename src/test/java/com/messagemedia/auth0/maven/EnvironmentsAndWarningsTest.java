package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.testing.Colleague;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** What the last line of a goal names, and what a warning of the plan alone comes to. */
class EnvironmentsAndWarningsTest extends RunningTenantTest {

    private static final String ENVIRONMENTS =
            "environments: {dev: {connection: other}, prod: {options: {disable_signup: true}}}\n";

    private String last() {
        return logged().get(logged().size() - 1);
    }

    @Test
    @MojoParameter(name = "environment", value = "prod")
    @MojoParameter(name = "to", value = "+61491570006")
    @MojoParameter(name = "clientId", value = "AcmeWebClient")
    void theLastLineOfEachGoalNamesTheEnvironment(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "verify") VerifyMojo verify,
            @InjectMojo(goal = "doctor") DoctorMojo doctor,
            @InjectMojo(goal = "try") TryMojo trial,
            @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "rehearsal-passphrase-0001");
        describe("enabledClients: [AcmeWebClient]\n" + ENVIRONMENTS);
        run(verify);
        assertThat(last())
                .startsWith("INFO Outcome: pending in ")
                .endsWith("; no drift and no conflict. Environment: prod.");
        run(apply);
        run(apply);
        assertThat(last()).isEqualTo("INFO Outcome: nothing to do; nothing was written. Environment: prod.");
        assertThat(report())
                .contains("\"message\": \"Outcome: nothing to do; nothing was written. Environment: prod.\"");
        run(verify);
        assertThat(last()).isEqualTo("INFO Outcome: in sync; Auth0 matches the descriptor. Environment: prod.");
        run(doctor);
        assertThat(last()).startsWith("INFO Outcome: no link is broken").endsWith(" Environment: prod.");
        run(trial);
        assertThat(last()).isEqualTo("INFO Outcome: sent; Auth0 did not change. Environment: prod.");
        new Colleague(sandbox).sets("from", Value.of("+61491570110"));
        assertThat(failure(apply)).endsWith("Outcome: refused; Auth0 did not change. Environment: prod.");
        assertThat(report()).contains("\"message\": \"Outcome: refused; Auth0 did not change. Environment: prod.\"");
        run(rollback);
        assertThat(last()).startsWith("INFO Outcome: rolled back.").endsWith(" Environment: prod.");
    }

    @Test
    @MojoParameter(name = "failOnWarnings", value = "true")
    void aWarningOfThePlanAloneFailsAGoalBeforeItWrites(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "verify") VerifyMojo verify) {
        describe("");
        new Colleague(sandbox).sets("use_phone_provider", Value.of(true));
        String problem = "The plan has 1 warning, and messagemedia.failOnWarnings is true. Nothing was written.\n"
                + "Correct what the warning says, or leave messagemedia.failOnWarnings out.\n"
                + "Outcome: refused; Auth0 did not change.";
        assertThat(failure(plan)).isEqualTo(problem);
        assertThat(failure(apply)).isEqualTo(problem);
        assertThat(failure(verify)).isEqualTo(problem);
        assertThat(logged())
                .noneMatch(line -> line.startsWith("WARN"))
                .anyMatch(line -> line.startsWith("INFO   Warning: "));
        assertThat(sandbox.requests()).extracting(RecordedRequest::method).doesNotContain("PATCH");
        new Colleague(sandbox).sets("use_phone_provider", Value.of(false));
        run(plan);
    }
}

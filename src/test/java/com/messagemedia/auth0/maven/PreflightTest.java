package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked of MessageMedia before an apply. */
class PreflightTest extends RunningTenantTest {

    @AfterEach
    void noMessageWasSent() {
        assertThat(sandbox.inbox()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "preflight", value = "true")
    void refusedCredentialsStopAnApply(ApplyMojo apply) {
        describe("");
        build().environment("MESSAGEMEDIA_API_SECRET", "environment-secret-0001")
                .descriptor(descriptor().replace("SandboxApiSecret00000000000000", "${env.MESSAGEMEDIA_API_SECRET}"));
        assertThat(failure(apply))
                .isEqualTo("MessageMedia refuses this API key and secret (MessageMedia answered 401). With them no"
                        + " code would arrive, and Auth0 would not report it. Nothing was written.\n"
                        + "Create an API key for Basic authentication in MessageMedia's API settings, and"
                        + " apply the key as apiKey and its secret as apiSecret. MessageMedia"
                        + " shows a secret only once. For an account in Europe or the"
                        + " United States, add -Dmessagemedia.region=eu or us. To"
                        + " skip this check, add"
                        + " -Dmessagemedia.preflight=false.\n"
                        + "Outcome: refused; Auth0 did not change.");
        assertThat(sandbox.requests()).extracting(RecordedRequest::method).doesNotContain("PATCH");
    }

    @Test
    @MojoParameter(name = "preflight", value = "true")
    void acceptedCredentialsAreAppliedAfterASecondReadAndAskedAboutNoMore(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "apply") ApplyMojo again) {
        describe("");
        run(apply);
        assertThat(sandbox.requests().stream().map(request -> request.method() + " " + request.status()))
                .containsExactly("POST 200", "GET 200", "GET 404", "GET 200", "GET 200", "PATCH 200");
        describe("options: {template: 'Code @@password@@'}\n");
        run(again);
        assertThat(sandbox.requests().stream().skip(6).map(RecordedRequest::method))
                .containsExactly("POST", "GET", "PATCH");
    }

    @Test
    @InjectMojo(goal = "apply")
    void onLoopbackNobodyIsAskedUnlessThatIsWanted(ApplyMojo apply) {
        describe("");
        run(apply);
        assertThat(sandbox.requests()).extracting(RecordedRequest::method).containsExactly("POST", "GET", "PATCH");
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "preflight", value = "perhaps")
    void anotherWordIsRefusedBeforeAnythingIsWritten(ApplyMojo apply) {
        describe("");
        assertThat(failure(apply))
                .startsWith("messagemedia.preflight is \"perhaps\".\nUse one of auto, true and false.\n");
        assertThat(sandbox.requests()).extracting(RecordedRequest::method).doesNotContain("PATCH");
    }

    @Test
    @MojoParameter(name = "preflight", value = "true")
    void aSecretOfAVariableThatIsNotTakenIsToldWithTheVariable(
            @InjectMojo(goal = "apply") @MojoParameter(name = "preflight", value = "false") ApplyMojo apply,
            @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        build().environment("MESSAGEMEDIA_API_SECRET", "environment-secret-0001");
        describe("");
        String now = descriptor();
        build().descriptor(now.replace("SandboxApiSecret00000000000000", "${env.MESSAGEMEDIA_API_SECRET}"));
        run(apply);
        build().descriptor(now);
        run(apply);
        build().environment("MESSAGEMEDIA_RESTORE_GATEWAY_AUTHENTICATION_AUDIENCE", "environment-secret-0001");
        assertThat(failure(rollback))
                .startsWith("MessageMedia refuses this API key and secret (MessageMedia answered 401).")
                .contains("\nCheck MESSAGEMEDIA_RESTORE_GATEWAY_AUTHENTICATION_AUDIENCE, which gave them. ");
    }

    @Test
    @MojoParameter(name = "preflight", value = "true")
    void aRollbackToAKeyThatIsNoLongerTakenIsStopped(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "apply") ApplyMojo rotate,
            @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IllegalAccessException {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "rehearsal-passphrase-0001");
        describe("");
        build().environment("MESSAGEMEDIA_API_SECRET", "environment-secret-0001")
                .descriptor(descriptor().replace("SandboxApiSecret00000000000000", "${env.MESSAGEMEDIA_API_SECRET}"));
        MojoExtension.setVariableValueToObject(apply, "preflight", "false");
        run(apply);
        describe("");
        run(rotate);
        assertThat(failure(rollback))
                .startsWith("MessageMedia refuses this API key and secret (MessageMedia answered 401).");
        assertThat(sandbox.requests())
                .extracting(RecordedRequest::method)
                .filteredOn("PATCH"::equals)
                .hasSize(2);
        MojoExtension.setVariableValueToObject(rollback, "preflight", "false");
        run(rollback);
        assertThat(logged()).last().asString().startsWith("INFO Outcome: rolled back.");
    }

    @Test
    @MojoParameter(name = "preflight", value = "true")
    void aRollbackReadsAgainAndAsksTwiceWhereAKeyComesBack(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IllegalAccessException {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "rehearsal-passphrase-0001");
        describe("");
        String ours = descriptor();
        MojoExtension.setVariableValueToObject(apply, "preflight", "false");
        run(apply);
        run(rollback);
        assertThat(sandbox.requests().stream().skip(3).map(request -> request.method() + " " + request.status()))
                .containsExactly("POST 200", "GET 200", "GET 200", "PATCH 200");
        MojoExtension.setVariableValueToObject(apply, "onConflict", "overwrite");
        run(apply);
        build().environment("ROTATED", "environment-secret-0001")
                .descriptor(ours.replace("SandboxApiSecret00000000000000", "${env.ROTATED}"));
        run(apply);
        build().descriptor(ours);
        int asked = sandbox.requests().size();
        run(rollback);
        assertThat(sandbox.requests().stream().skip(asked).map(request -> request.method() + " " + request.status()))
                .containsExactly("POST 200", "GET 200", "GET 404", "GET 200", "GET 200", "PATCH 200");
    }
}

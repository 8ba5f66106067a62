package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** What is asked of MessageMedia before an apply through the phone provider. */
class PhonePreflightTest extends RunningTenantTest {

    @Override
    SandboxSettings settings() {
        return SandboxSettings.modern();
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "preflight", value = "true")
    void refusedCredentialsStopAFirstSetUpAndTheOtherRegionsAreNamed(ApplyMojo apply) {
        describe("delivery: phoneProvider\n");
        build().environment("MESSAGEMEDIA_API_SECRET", "environment-secret-0001")
                .descriptor(descriptor().replace("SandboxApiSecret00000000000000", "${env.MESSAGEMEDIA_API_SECRET}"));
        assertThat(failure(apply))
                .isEqualTo("MessageMedia refuses this API key and secret in region au (MessageMedia answered 401). With"
                        + " them no code would arrive, and Auth0 would not report it. Nothing was written.\n"
                        + "A key works in its own region only: if yours is one of eu or us, write it as region under"
                        + " messageMedia. If not, create an API key for Basic authentication in MessageMedia's API"
                        + " settings, and apply the key as apiKey and its secret as apiSecret. MessageMedia shows a"
                        + " secret only once. To go on without this check, add -Dmessagemedia.preflight=false.\n"
                        + "Outcome: refused; Auth0 did not change.");
        assertThat(sandbox.requests().stream().skip(1).map(RecordedRequest::method))
                .containsOnly("GET");
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "preflight", value = "true")
    @MojoParameter(name = "region", value = "eu")
    void aRegionThatTheActionDoesNotCallIsRefused(ApplyMojo apply) {
        describe("delivery: phoneProvider\n");
        assertThat(failure(apply))
                .isEqualTo("messagemedia.region is eu, but the Action's code calls region au. Nothing was written.\n"
                        + "Write \"region: eu\" under messageMedia, or leave messagemedia.region out.\n"
                        + "Outcome: refused; Auth0 did not change.");
    }

    @Test
    @MojoParameter(name = "preflight", value = "true")
    void acceptedCredentialsAreAppliedAndAskedAboutNoMore(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "apply") ApplyMojo again) {
        describe("delivery: phoneProvider\n");
        run(apply);
        assertThat(sandbox.requests()).extracting(RecordedRequest::target).anyMatch(path -> path.startsWith("/v1/"));
        int asked = sandbox.requests().size();
        run(again);
        assertThat(sandbox.requests().stream().skip(asked).map(RecordedRequest::target))
                .noneMatch(path -> path.startsWith("/v1/"));
    }
}

package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** The goal in its own thread's time; src/it runs it for real. */
class SandboxMojoTest extends GoalTest {

    private static final byte[] KEYS =
            (SandboxCredentials.API_KEY + ":" + SandboxCredentials.API_SECRET).getBytes(StandardCharsets.UTF_8);

    @Test
    @InjectMojo(goal = "sandbox")
    @MojoParameter(name = "port", value = "0")
    @MojoParameter(name = "sandboxFile", value = "out/tenant.json")
    void runsUntilItIsStoppedAndNeedsNoDescriptor(SandboxMojo sandbox) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(
                sandbox, "sandboxFile", folder.resolve("out/tenant.json").toFile());
        Thread.currentThread().interrupt();
        run(sandbox);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(logged()).hasSize(6);
        assertThat(logged().get(0))
                .matches("INFO Sandbox tenant: http://127\\.0\\.0\\.1:[0-9]+ \\(write it as tenant\\.domain;"
                        + " docs/SANDBOX\\.md has its credentials\\)");
        assertThat(logged().get(1))
                .matches("INFO Page: http://127\\.0\\.0\\.1:[0-9]+/ shows the phone, the tenant and each request, and"
                        + " plays a colleague\\.");
        assertThat(logged().get(3))
                .matches(
                        "INFO More tenants: http://127\\.0\\.0\\.1:[0-9]+/NAME is one of its own for each NAME, new at its"
                                + " first use\\.");
        assertThat(logged().get(5)).isEqualTo("INFO Stopped.");
        assertThat(folder.resolve("out/tenant.json")).isRegularFile();
    }

    @Test
    @InjectMojo(goal = "sandbox")
    void aPortThatIsTakenIsSaidToBe(SandboxMojo mojo) throws IllegalAccessException {
        try (Sandbox first = Sandbox.start(SandboxSettings.inMemory())) {
            int port = first.address().url().getPort();
            MojoExtension.setVariableValueToObject(mojo, "port", port);
            assertThat(failure(mojo))
                    .isEqualTo("The sandbox cannot listen on port " + port + " of 127.0.0.1.\n"
                            + "Stop the program that uses the port, choose another one, or choose 0 for a free one.\n"
                            + "Outcome: failed; nothing was written to Auth0.");
        }
    }

    @Test
    @InjectMojo(goal = "sandbox")
    @MojoParameter(name = "port", value = "65536")
    void aPortThatIsNoneIsSaidToBe(SandboxMojo mojo) {
        assertThat(failure(mojo))
                .isEqualTo("The sandbox cannot listen on port 65536.\nChoose 1 to 65535, or 0 for a free one.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    void aMessageIsOneLineWhateverItHolds() {
        List<String> log = new ArrayList<>();
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            new TenantAccess.InboxLog(log::addAll).follow(sandbox);
            String body =
                    "{\"messages\":[{\"content\":\"two\\nlines \\u001b[31m\",\"destination_number\":\"+61491570006\"}]}";
            HttpRequest request = HttpRequest.newBuilder(sandbox.address().url().resolve("v1/messages"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpRequest signed = HttpRequest.newBuilder(request, (name, value) -> true)
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(KEYS))
                    .build();
            assertThat(status(request)).isEqualTo(401);
            assertThat(status(signed)).isEqualTo(202);
        }
        assertThat(log)
                .containsExactly(
                        "Message to +61491570006 was refused: key, secret or number is wrong.",
                        "Message to +61491570006: two\\u000Alines \\u001B[31m");
    }

    private static int status(HttpRequest request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @InjectMojo(goal = "sandbox")
    @MojoParameter(name = "skip", value = "true")
    void canBeSkipped(SandboxMojo sandbox) {
        run(sandbox);
        assertThat(logged()).containsExactly("INFO Skipped: messagemedia.skip is true.");
    }
}

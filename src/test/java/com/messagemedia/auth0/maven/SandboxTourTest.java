package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.testing.PageClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** The tour of docs/SANDBOX.md, step by step, with what the goals print and what the page shows. */
final class SandboxTourTest extends RollbackRehearsal {

    @Test
    @MojoParameter(name = "to", value = "+61491570006")
    @MojoParameter(name = "clientId", value = "sandboxWebClient0000000000000000")
    void showsConflictRetryLostReplyAndRollback(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "try") TryMojo trial,
            @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException, IllegalAccessException {
        describeAsTheExample();
        Map<String, Value> before = options();
        run(plan);
        assertThat(marks()).isEmpty();
        run(apply);
        assertThat(marks())
                .containsEntry("provider", "added")
                .containsEntry("twilio_token", "removed")
                .containsEntry("from", "changed");
        run(trial);
        assertThat(shown("messages", "text"))
                .hasSize(1)
                .first()
                .asString()
                .matches("Your verification code is: [0-9]{6}");
        press("edit-template");
        assertThat(failure(plan)).contains("conflict");
        assertThat(logged())
                .contains("INFO   ! template  live \"Edited by a colleague: Your verification code is: @@password@@\","
                        + " descriptor \"Your verification code is: @@password@@\"");
        Tree edited = sandbox.tenant().connection("sms");
        assertThat(failure(apply)).contains("conflict");
        assertThat(sandbox.tenant().connection("sms")).isEqualTo(edited);
        MojoExtension.setVariableValueToObject(apply, "onConflict", "overwrite");
        run(apply);
        assertThat(options()).containsEntry("template", Value.of("Your verification code is: @@password@@"));
        press("rate-limit");
        run(plan);
        assertThat(shown("requests", "status")).contains("429");
        press("start-over");
        press("lost-reply");
        run(apply);
        assertThat(shown("requests", "status")).contains("-1");
        assertThat(options()).containsEntry("provider", Value.of("sms_gateway"));
        run(rollback);
        assertThat(options()).isEqualTo(before);
    }

    private void describeAsTheExample() throws IOException {
        Path example = Path.of("config-examples/sandbox-page/messagemedia-auth0.yaml");
        build().descriptor(Files.readString(example).replace("http://127.0.0.1:8642\n", sandbox.address() + "\n"));
    }

    private void press(String button) throws IOException {
        assertThat(PageClient.press(sandbox, button)).isEqualTo(204);
        String label = PageClient.trees(PageClient.shown(sandbox), "buttons").stream()
                .filter(one -> PageClient.text(one, "id").equals(button))
                .map(one -> PageClient.text(one, "label"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(Path.of("docs/SANDBOX.md"))).contains("*" + label + "*");
    }

    private Map<String, String> marks() {
        return PageClient.marks(PageClient.shown(sandbox));
    }

    private List<String> shown(String list, String member) {
        return PageClient.trees(PageClient.shown(sandbox), list).stream()
                .map(entry -> PageClient.text(entry, member))
                .toList();
    }
}

package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.ChildProcess;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Colleague;
import com.messagemedia.auth0.testing.Rehearsal;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sandboxes of several processes on one state file hold one tenant. */
class SharedStateFileTest {

    private static final int CHANGES = 20;
    private static final String TEXTS = "owner: texts\noptions: {template: \"Code: @@password@@\"}\n";

    @TempDir
    private Path folder;

    private Path state() {
        return folder.resolve("sandbox.json");
    }

    @Test
    void ownersWhoApplyThroughTwoProcessesBothKeepTheirOptions() throws Exception {
        Process running = ChildProcess.start("", Running.class, state());
        try (BufferedReader output = running.inputReader(StandardCharsets.UTF_8);
                Rehearsal tenant = Rehearsal.in(folder, SandboxSettings.keptIn(state()))) {
            String domain = output.readLine();
            tenant.describe("owner: web\n" + MESSAGE_MEDIA).applyTwice();
            describeAt(domain, tenant);
            assertThat(tenant.apply().outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(tenant.live("template")).isEqualTo("\"Code: @@password@@\"");
            assertThat(tenant.live("provider")).isEqualTo("\"sms_gateway\"");
            assertThat(tenant.metadata()).containsOnlyKeys("messagemedia_web", "messagemedia_texts");
            tenant.describe("owner: web\n" + MESSAGE_MEDIA).assertStable(Choices.NONE);
        } finally {
            running.getOutputStream().close();
        }
        assertThat(running.waitFor()).isZero();
    }

    private static void describeAt(String domain, Rehearsal tenant) {
        tenant.describeWhole("""
                version: 1
                tenant:
                  domain: %s
                  clientId: sandbox-client-id
                  clientSecret: sandbox-client-secret-published
                """.formatted(domain) + TEXTS);
    }

    /** A sandbox that runs until its input ends, as the goal does until Ctrl-C. */
    static final class Running {
        public static void main(String... arguments) throws IOException {
            try (Sandbox sandbox = Sandbox.start(SandboxSettings.keptIn(Path.of(arguments[0])))) {
                System.out.println(sandbox.address().domain());
                System.out.flush();
                System.in.read();
            }
        }
    }

    @Test
    void changesOfTwoProcessesAtTheSameTimeAreAllKept() throws Exception {
        Process other = ChildProcess.start("", Changing.class, state());
        assertThat(other.getInputStream().read()).isEqualTo('r');
        other.getOutputStream().write('g');
        other.getOutputStream().flush();
        change(state(), "ours");
        assertThat(other.waitFor()).isZero();
        try (Rehearsal tenant = Rehearsal.in(folder, SandboxSettings.keptIn(state()))) {
            for (int number = 0; number < CHANGES; number++) {
                assertThat(tenant.live("ours" + number)).isEqualTo("true");
                assertThat(tenant.live("theirs" + number)).isEqualTo("true");
            }
        }
    }

    private static void change(Path state, String name) {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.keptIn(state))) {
            for (int number = 0; number < CHANGES; number++) {
                new Colleague(sandbox).sets(name + number, Value.of(true));
            }
        }
    }

    /** Changes the tenant once it is told to. */
    static final class Changing {
        public static void main(String... arguments) throws IOException {
            System.out.print("r");
            System.out.flush();
            System.in.read();
            change(Path.of(arguments[0]), "theirs");
        }
    }
}

package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A goal that works with a sandbox tenant which runs on its own, as a remote one does, before the goal and after it. */
abstract class RunningTenantTest extends GoalTest {

    Sandbox sandbox;

    @BeforeEach
    void startTheTenant() {
        sandbox = Sandbox.start(settings());
    }

    @AfterEach
    void stopTheTenant() {
        sandbox.close();
    }

    /** How the tenant is. */
    SandboxSettings settings() {
        return SandboxSettings.inMemory();
    }

    /** Writes a descriptor for the tenant, with these lines at its end. */
    void describe(String more) {
        build().descriptor(SANDBOX.replace(
                        "domain: sandbox\n",
                        "domain: " + sandbox.address()
                                + "\n  clientId: sandbox-client-id\n  clientSecret: sandbox-client-secret-published\n")
                + more);
    }

    String descriptor() {
        return text(DescriptorLocation.NAME);
    }

    String report() {
        return text("target/messagemedia/report.json");
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import java.io.File;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Runs the sandbox, an Auth0 tenant with a MessageMedia gateway, API and inbox, on 127.0.0.1 until it is stopped: for
 * rehearsals and for other people's tests. It takes published dummy credentials alone.
 *
 * @since 1.0.0
 */
@Mojo(name = "sandbox", requiresProject = false, threadSafe = true)
public final class SandboxMojo extends AbstractMessageMediaMojo {

    /**
     * The port; 0 takes a free one. Example: {@code -Dmessagemedia.port=8642}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.port", defaultValue = "8642")
    private int port;

    /**
     * Where the tenant is kept between runs; unless it is given, it is forgotten at the end. Example:
     * {@code -Dmessagemedia.sandboxFile=sandbox.json}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.sandboxFile")
    private File sandboxFile;

    /** Takes what Maven injects. */
    @Inject
    public SandboxMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void perform() {
        SandboxSettings settings =
                sandboxFile == null ? SandboxSettings.inMemory() : SandboxSettings.keptIn(sandboxFile.toPath());
        try (Sandbox sandbox = Sandbox.start(settings.withPort(port))) {
            new InboxLog(this::info).follow(sandbox);
            info(List.of(
                    "Sandbox tenant: " + sandbox.address()
                            + " (write it as tenant.domain; its credentials are published," + " docs/SANDBOX.md)",
                    "Inbox: " + sandbox.address().url() + "sandbox/inbox; each message is shown here, too.",
                    "Stop it with Ctrl-C."));
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            info(List.of("Stopped."));
        }
    }
}

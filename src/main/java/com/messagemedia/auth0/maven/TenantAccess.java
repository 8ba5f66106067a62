package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.descriptor.Descriptor.TenantSection;
import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.report.TrialReport;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.Sandbox.Message;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.SandboxTenant;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The tenant that a descriptor names: a remote one, or one of the embedded sandbox, which runs while this is open.
 *
 * @param address where the tenant is
 * @param sandbox the sandbox's tenant; empty for a remote one
 * @param sandboxFile the file that the user names for the sandbox; empty for a remote tenant
 * @param share this tenant's share in the embedded sandbox; empty for a remote tenant
 */
record TenantAccess(
        TenantAddress address,
        Optional<SandboxTenant> sandbox,
        Optional<Path> sandboxFile,
        Optional<EmbeddedSandboxes.Share> share)
        implements AutoCloseable {

    /**
     * Opens the tenant of a descriptor.
     *
     * @param settings those of the embedded sandbox; nobody asks for them if the tenant is elsewhere
     */
    static TenantAccess to(TenantSection tenant, Supplier<SandboxSettings> settings) {
        Optional<TenantAddress> remote = tenant.address();
        return remote.isPresent()
                ? new TenantAccess(remote.get(), Optional.empty(), Optional.empty(), Optional.empty())
                : embedded(SandboxDomain.parse(tenant.domain()).orElseThrow(), settings.get());
    }

    private static TenantAccess embedded(SandboxDomain domain, SandboxSettings settings) {
        EmbeddedSandboxes.Share share = EmbeddedSandboxes.enter(settings);
        try {
            SandboxTenant tenant = share.sandbox().tenant(domain, UnaryOperator.identity());
            // Users know the tenant by this name; its port differs in each run.
            TenantAddress address =
                    new TenantAddress(domain.toString(), tenant.address().url());
            return new TenantAccess(address, Optional.of(tenant), settings.stateFile(), Optional.of(share));
        } catch (RuntimeException | Error e) {
            share.close();
            throw e;
        }
    }

    @Override
    public void close() {
        if (share.isPresent()) {
            share.get().close();
        }
    }

    /** Logs the messages in the sandbox's inbox. */
    record InboxLog(Consumer<List<String>> log) {

        /** Logs what is in the embedded sandbox's inbox; nothing for any other tenant. */
        void of(TenantAccess access) {
            access.sandbox()
                    .ifPresent(sandbox -> sandbox.inbox()
                            .forEach(message -> log.accept(List.of("Sandbox inbox: message " + text(message)))));
        }

        /** Logs each message as it arrives, with the name of its tenant if it has one. */
        void follow(Sandbox sandbox) {
            sandbox.onMessage((domain, message) -> log.accept(
                    List.of(domain.name().map(name -> name + ": ").orElse("") + "Message " + text(message))));
        }

        private static String text(Message message) {
            return TrialReport.received(message.recipient(), message.sender(), message.body(), message.accepted());
        }
    }
}

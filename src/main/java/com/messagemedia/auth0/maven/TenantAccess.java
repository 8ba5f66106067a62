package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.report.TrialReport;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.Sandbox.Message;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The tenant that a descriptor names: a remote one, or the embedded sandbox, which runs while this is open. */
record TenantAccess(TenantAddress address, Optional<Sandbox> sandbox) implements AutoCloseable {

    /** Opens the tenant at an address; without an address, starts the sandbox with these settings. */
    static TenantAccess to(Optional<TenantAddress> address, SandboxSettings settings) {
        return address.map(TenantAccess::remote).orElseGet(() -> embedded(settings));
    }

    private static TenantAccess remote(TenantAddress address) {
        return new TenantAccess(address, Optional.empty());
    }

    private static TenantAccess embedded(SandboxSettings settings) {
        Sandbox sandbox = Sandbox.start(settings);
        // Users know the sandbox by this word; its port differs in each run.
        TenantAddress address =
                new TenantAddress(TenantAddress.SANDBOX, sandbox.address().url());
        return new TenantAccess(address, Optional.of(sandbox));
    }

    @Override
    public void close() {
        sandbox.ifPresent(Sandbox::close);
    }

    /** Logs the messages in the sandbox's inbox. */
    record InboxLog(Consumer<List<String>> log) {

        /** Logs what is in the embedded sandbox's inbox; nothing for any other tenant. */
        void of(TenantAccess access) {
            access.sandbox()
                    .ifPresent(sandbox -> sandbox.inbox()
                            .forEach(message -> log.accept(List.of("Sandbox inbox: message " + text(message)))));
        }

        /** Logs each message as it arrives. */
        void follow(Sandbox sandbox) {
            sandbox.onMessage(message -> log.accept(List.of("Message " + text(message))));
        }

        private static String text(Message message) {
            return TrialReport.received(message.recipient(), message.sender(), message.body(), message.accepted());
        }
    }
}

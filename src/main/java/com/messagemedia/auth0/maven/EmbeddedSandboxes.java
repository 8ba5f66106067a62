package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import java.util.HashMap;
import java.util.Map;

/**
 * The embedded sandboxes that run now. All tenants of the same settings share one: a run with two hundred tenants opens one
 * port. It runs from the first tenant's opening to the last one's closing.
 */
final class EmbeddedSandboxes {

    private static final Map<SandboxSettings, Shared> RUNNING = new HashMap<>();

    private EmbeddedSandboxes() {}

    /** A share in a running sandbox; closing it twice has no effect. */
    static final class Share implements AutoCloseable {

        private final SandboxSettings settings;
        private final Sandbox sandbox;
        private boolean closed;

        private Share(SandboxSettings settings, Sandbox sandbox) {
            this.settings = settings;
            this.sandbox = sandbox;
        }

        Sandbox sandbox() {
            return sandbox;
        }

        @Override
        public void close() {
            synchronized (RUNNING) {
                if (!closed) {
                    closed = true;
                    leave(settings);
                }
            }
        }
    }

    private static final class Shared {

        private final Sandbox sandbox;
        private int users;

        Shared(Sandbox sandbox) {
            this.sandbox = sandbox;
        }
    }

    /** A share in the sandbox with these settings; starts it if nobody has one. */
    static Share enter(SandboxSettings settings) {
        synchronized (RUNNING) {
            Shared shared =
                    RUNNING.computeIfAbsent(settings, unused -> new Shared(Sandbox.startWithoutTenant(settings)));
            shared.users++;
            return new Share(settings, shared.sandbox);
        }
    }

    private static void leave(SandboxSettings settings) {
        Shared shared = RUNNING.get(settings);
        if (shared != null && --shared.users == 0) {
            RUNNING.remove(settings);
            shared.sandbox.close();
        }
    }

    /** How many sandboxes run now. */
    static int running() {
        synchronized (RUNNING) {
            return RUNNING.size();
        }
    }
}

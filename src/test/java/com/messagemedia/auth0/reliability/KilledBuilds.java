package com.messagemedia.auth0.reliability;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Kills a real Maven while the tenant holds one of its requests, then lets Maven run again. Used by the invoker project
 * {@code killed-at-any-step-recovers}, which tells how Maven is started here.
 */
public final class KilledBuilds {

    /** Where the build is killed, and what must be so afterwards. */
    private enum Moment {
        TOKEN("POST /oauth/token", false),
        LIST("GET /api/v2/connections", false),
        PATCH_LOST("PATCH /api/v2/connections/", false),
        PATCH_PROCESSED("PATCH /api/v2/connections/", true);

        private final String request;
        private final boolean isProcessed;

        Moment(String request, boolean isProcessed) {
            this.request = request;
            this.isProcessed = isProcessed;
        }
    }

    private final Path project;
    private final List<String> arguments;
    private final String mavenOpts;

    /**
     * Builds of a project.
     *
     * @param arguments what Maven needs besides the goal
     * @param mavenOpts options for Maven's Java
     */
    public KilledBuilds(Path project, List<String> arguments, String mavenOpts) {
        this.project = project;
        this.arguments = List.copyOf(arguments);
        this.mavenOpts = mavenOpts;
    }

    /** Kills a build at each moment, gently and not, and fails where the next one does not recover. */
    public void run() throws IOException, InterruptedException {
        for (Moment moment : Moment.values()) {
            for (boolean forcibly : new boolean[] {false, true}) {
                System.out.println(moment + (forcibly ? " SIGKILL: " : " SIGTERM: ") + killed(moment, forcibly));
            }
        }
    }

    private String killed(Moment moment, boolean forcibly) throws IOException, InterruptedException {
        Hold hold = new Hold(moment);
        try (Sandbox tenant = Sandbox.start(SandboxSettings.inMemory().withFilters(List.of(hold)))) {
            Tree before = tenant.tenant().connection("sms");
            Process build = start(tenant, "killed");
            hold.await(build);
            kill(build, forcibly);
            hold.release();
            String state = state(before, tenant.tenant().connection("sms"));
            require(state.equals(moment.isProcessed ? "new" : "old"), moment + " left the " + state + " options");
            requireNoHalfWrittenFile();
            String next = recover(tenant, moment);
            require(
                    state(before, tenant.tenant().connection("sms")).equals("new"),
                    "the next run left the old options");
            return state + ", then " + next;
        }
    }

    private static void kill(Process build, boolean forcibly) throws InterruptedException {
        Process dying = forcibly ? build.destroyForcibly() : build;
        if (!forcibly) {
            dying.destroy();
        }
        require(dying.waitFor() != 0, "the build ended well before it was killed");
    }

    private String recover(Sandbox tenant, Moment moment) throws IOException, InterruptedException {
        Process next = start(tenant, "next");
        String log = "";
        try (var lines = next.inputReader()) {
            log = String.join("\n", lines.lines().toList());
        }
        require(next.waitFor() == 0, "the next run failed:\n" + log);
        String outcome = moment.isProcessed
                ? "Outcome: nothing to do; nothing was written."
                : "Outcome: applied to " + tenant.address() + ", connection sms.";
        require(log.contains(outcome), "the next run did not say \"" + outcome + "\":\n" + log);
        return moment.isProcessed ? "nothing to do" : "applied";
    }

    private Process start(Sandbox tenant, String name) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
        command.addAll(arguments);
        command.add("messagemedia:apply");
        command.add("-Dtenant=" + tenant.address());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
        builder.environment().put("MAVEN_OPTS", mavenOpts);
        if (name.equals("killed")) {
            builder.redirectOutput(project.resolve("killed.log").toFile());
        }
        return builder.start();
    }

    /** The old tree, or the new one whole: gateway, credentials and record, and no key of Twilio. */
    private static String state(Tree before, Tree now) {
        if (now.equals(before)) {
            return "old";
        }
        Tree options = (Tree) now.members().get("options");
        boolean whole = Value.of("sms_gateway").equals(options.members().get("provider"))
                && options.members().get("gateway_authentication") instanceof Tree authentication
                && authentication.members().size() == 5
                && !options.members().containsKey("twilio_token")
                && now.members().containsKey("metadata");
        return whole ? "new" : "mixed";
    }

    private void requireNoHalfWrittenFile() throws IOException {
        Path output = project.resolve("target/messagemedia");
        if (Files.exists(output)) {
            try (Stream<Path> files = Files.list(output)) {
                List<Path> parts =
                        files.filter(file -> file.toString().endsWith(".tmp")).toList();
                require(parts.isEmpty(), "half-written files are left: " + parts);
            }
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    /** Holds the first request of a moment until the build is dead. */
    private static final class Hold extends Filter {

        private final Moment moment;
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch dead = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);

        Hold(Moment moment) {
            this.moment = moment;
        }

        /** Waits until the request is here; a build that ends before it is a failure. */
        void await(Process build) throws InterruptedException {
            build.onExit().thenRun(arrived::countDown);
            arrived.await();
            require(build.isAlive(), "the build ended before " + moment + "; see killed.log");
        }

        /** Lets the held request go on, and waits until the tenant is done with it. */
        void release() throws InterruptedException {
            dead.countDown();
            over.await();
        }

        @Override
        public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            if (!request.startsWith(moment.request) || over.getCount() == 0) {
                chain.doFilter(exchange);
                return;
            }
            arrived.countDown();
            try {
                dead.await();
                if (moment.isProcessed) {
                    chain.doFilter(exchange);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
                over.countDown();
            }
        }

        @Override
        public String description() {
            return "hold";
        }
    }
}

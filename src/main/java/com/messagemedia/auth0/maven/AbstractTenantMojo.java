package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Origin;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.connection.TenantAddress;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.descriptor.Validation.DescriptorException;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.management.RetryBudget;
import com.messagemedia.auth0.merge.ConflictPolicy;
import com.messagemedia.auth0.report.DiagnosticReport;
import com.messagemedia.auth0.report.FaultReport;
import com.messagemedia.auth0.report.Origins;
import com.messagemedia.auth0.report.Palette;
import com.messagemedia.auth0.report.PlanReport;
import com.messagemedia.auth0.report.RunReport;
import com.messagemedia.auth0.report.RunReportFile;
import com.messagemedia.auth0.report.ValueText;
import com.messagemedia.auth0.store.WholeFile;
import com.messagemedia.auth0.sync.ConnectionSync;
import com.messagemedia.auth0.sync.DescriptorSource;
import com.messagemedia.auth0.sync.PlannedChange;
import com.messagemedia.auth0.sync.SyncSettings;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** What the goals that talk to a tenant share. */
abstract class AbstractTenantMojo extends AbstractReadingMojo {

    /**
     * What is done about every conflict, in place of the descriptor's {@code onConflict}: {@code fail} writes nothing,
     * {@code overwrite} lets the descriptor win, {@code keep} leaves what Auth0 holds. Example:
     * {@code -Dmessagemedia.onConflict=overwrite}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.onConflict")
    private String onConflict;

    /**
     * Hosts besides Auth0's own that may receive the tenant's credentials, such as a custom domain. They are named here and
     * not in the descriptor, so that a change to the descriptor cannot send credentials elsewhere. A tenant at one of Auth0's
     * domains that is named here is pinned: no other one there is trusted any more. Example:
     * {@code -Dmessagemedia.allowedHosts=acme.eu.auth0.com,login.acme.example}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.allowedHosts")
    private List<String> allowedHosts;

    /**
     * How long the goal may go on trying in all, in seconds: each request, and the waits before one is made again. Example:
     * {@code -Dmessagemedia.timeout=30}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.timeout", defaultValue = "60")
    private int timeout;

    /**
     * Where the embedded sandbox tenant ({@code tenant.domain: sandbox}) keeps its state; by default
     * {@code target/messagemedia/sandbox.json}. Example: {@code -Dmessagemedia.sandboxFile=sandbox.json}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.sandboxFile")
    private File sandboxFile;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    private RunReport run = new RunReport("", "", "");
    private Optional<Open> open = Optional.empty();
    private boolean embedded;

    private record Open(TenantAccess access, HttpSettings http) {}

    AbstractTenantMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    final void execute(Path file) {
        String name = String.valueOf(file.getFileName());
        run = new RunReport(execution().getGoal(), execution().getExecutionId(), name);
        released().ifPresent(coordinates -> run.artifact(coordinates.toString()));
        try {
            connect(file);
        } catch (Fault fault) {
            run.failed(fault, outcome(fault.outcome()));
            throw fault;
        } catch (RuntimeException | Error e) {
            run.failed(e, unexpectedOutcome(), outcome(unexpectedOutcome()));
            throw e;
        } finally {
            keepReport();
        }
    }

    private void keepReport() {
        WholeFile file = new WholeFile(outputFolder().resolve("report.json"), "report");
        // An embedder of Maven may leave the time out; then each run stands alone or joins what it finds.
        String build = Optional.ofNullable(session().getRequest().getStartTime())
                .map(time -> time.toInstant().toString())
                .orElse("");
        try {
            new RunReportFile(file, userAgent(), build).add(run, redactor()::scrubOwn);
        } catch (Fault unwritten) {
            // How the run itself ended matters more, and is told.
            warn(List.of(unwritten.problem() + " " + unwritten.remedy()));
        }
    }

    private void connect(Path file) {
        Descriptor descriptor = read(new DescriptorSource(file, references(file)));
        redact(descriptor.secretValues());
        released().ifPresent(coordinates -> coordinates.requireFixedFor(descriptor));
        descriptor.warnings().forEach(warning -> warn(DiagnosticReport.lines(warning)));
        embedded = descriptor.tenant().address().isEmpty();
        requireNoWarnings(descriptor.warnings().size(), "descriptor");
        String tenant = descriptor
                .tenant()
                .address()
                .map(TenantAddress::domain)
                .orElseGet(() -> sandboxState().toAbsolutePath().toString());
        inTurn(new Turn(session().getRepositorySession().getData(), tenant), () -> connect(descriptor, file));
    }

    /** A goal that only reads waits for nobody. */
    void inTurn(Turn turn, Runnable work) {
        work.run();
    }

    private void connect(Descriptor descriptor, Path file) {
        try (TenantAccess access = TenantAccess.to(descriptor, sandboxState())) {
            SyncSettings settings = settings(access, file);
            open = Optional.of(new Open(access, settings.http()));
            try (ConnectionSync sync = ConnectionSync.open(descriptor, access.address(), settings)) {
                work(descriptor, sync);
            }
        }
    }

    private Descriptor read(DescriptorSource source) {
        try {
            return source.read(environment());
        } catch (DescriptorException unusable) {
            unusable(source);
            throw unusable;
        }
    }

    /** What the goal can still do where the descriptor has faults, before it fails with them. */
    void unusable(DescriptorSource source) {}

    /** Does the goal's work with an open tenant. */
    abstract void work(Descriptor descriptor, ConnectionSync sync);

    /** The tenant, while the goal works with it. */
    final TenantAccess access() {
        return open.orElseThrow().access();
    }

    /** How requests are made. */
    final HttpSettings http() {
        return open.orElseThrow().http();
    }

    final PluginDescriptor plugin() {
        return plugin;
    }

    /** Whether the caller approved a first adoption. */
    boolean adopt() {
        return false;
    }

    /** The protected environment that the caller approved. */
    Optional<String> approve() {
        return Optional.empty();
    }

    /** The environment belongs to it: a build may work on several, one after the other. */
    @Override
    final String outcome(Outcome outcome) {
        return FaultReport.in(environment(), super.outcome(outcome));
    }

    /** Tells how the goal ended, to the user and to programs. */
    final void ended(Outcome outcome, String line) {
        String told = FaultReport.in(environment(), line);
        info(List.of(told));
        run.ended(outcome, told);
    }

    /** What this run comes to, for programs. */
    final RunReport run() {
        return run;
    }

    final void print(Descriptor descriptor, PlannedChange planned) {
        know(planned);
        run.planned(planned.plan());
        info(lines(descriptor, planned, Terminal.palette(session())));
        requireNoWarnings(planned.plan().warnings(), "plan");
    }

    /** From now on takes out of every text what is secret in the connection that a change was planned for. */
    final void know(PlannedChange planned) {
        redact(planned.liveSecrets());
    }

    /** The plan as a user reads it. */
    final List<String> lines(Descriptor descriptor, PlannedChange planned, Palette palette) {
        ValueText values = new ValueText(
                planned.fingerprints(), descriptor.confidential(), planned.confidentialLive(), redactor());
        return new PlanReport(planned.plan(), values, origins(descriptor), palette).lines();
    }

    /** Where the descriptor speaks of a path. */
    static Origins origins(Descriptor descriptor) {
        Map<FieldPath, Origin> places = new HashMap<>(descriptor.origins());
        places.putAll(descriptor.removals());
        return new Origins(places, descriptor.sources());
    }

    private String userAgent() {
        return plugin.getArtifactId() + "/" + plugin.getVersion();
    }

    /** Where the embedded tenant is kept that this goal works with; empty where it works with another one. */
    final Optional<Path> sandboxInUse() {
        return embedded ? Optional.of(sandboxState()) : Optional.empty();
    }

    private Path sandboxState() {
        return sandboxFile == null ? outputFolder().resolve("sandbox.json") : sandboxFile.toPath();
    }

    private SyncSettings settings(TenantAccess access, Path file) {
        requireOnline(access);
        return new SyncSettings(
                http(access.address()),
                hosts(),
                policy(),
                adopt(),
                approve(),
                RetryBudget.of(Duration.ofSeconds(timeout), sentence -> info(List.of(sentence))),
                file.resolveSibling(file.getFileName() + ".applied.json"));
    }

    /** How requests to a tenant are made. */
    final HttpSettings http(TenantAddress tenant) {
        return MavenHttp.settings(session(), userAgent(), tenant, timeout);
    }

    /** The hosts besides Auth0's own that may receive credentials, in lower case. */
    final Set<String> hosts() {
        return allowedHosts == null
                ? Set.of()
                : allowedHosts.stream()
                        .map(host -> host.trim().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
    }

    private void requireOnline(TenantAccess access) {
        if (session().isOffline() && !access.address().isLoopback()) {
            throw new Fault(
                    "Maven is offline (-o) and " + access.address() + " is not on this machine.",
                    "Leave -o out, or run messagemedia:validate, which works offline.");
        }
    }

    private Optional<ConflictPolicy> policy() {
        if (onConflict == null || onConflict.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Choice.of("messagemedia.onConflict", onConflict, ConflictPolicy.class));
    }
}

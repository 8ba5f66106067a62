package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.Origin;
import com.messagemedia.auth0.connection.TenantAddress;
import com.messagemedia.auth0.descriptor.Authentication;
import com.messagemedia.auth0.descriptor.Descriptor.TenantSection;
import com.messagemedia.auth0.descriptor.ExportDraft.ExportTarget;
import com.messagemedia.auth0.management.RetryBudget;
import com.messagemedia.auth0.report.ExportReport;
import com.messagemedia.auth0.store.UserFile;
import com.messagemedia.auth0.sync.ConnectionExport;
import com.messagemedia.auth0.sync.Exported;
import com.messagemedia.auth0.sync.SyncSettings;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Writes a descriptor from a live connection. It owns how messages are sent, their text and their codes; every other option
 * stands in it as a comment, and secrets as references to environment variables. A plan right after it changes no option. Needs
 * the scopes {@code read:connections} and {@code read:connections_options}, and signs in with the environment variables
 * {@code AUTH0_CLIENT_ID} and {@code AUTH0_CLIENT_SECRET}, or {@code AUTH0_TOKEN}, unless a server is named.
 *
 * @since 1.0.0
 */
@Mojo(name = "export", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExportMojo extends AbstractWritingMojo {

    /**
     * The id of a {@code <server>} in settings.xml that signs in, its username the client id and its password the client
     * secret. Example: {@code -Dmessagemedia.server=auth0-prod}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.server")
    private String server;

    /**
     * The Management API's audience, where it does not follow from the domain: a custom domain needs that of the tenant's own
     * domain. Example: {@code -Dmessagemedia.audience=https://acme.eu.auth0.com/api/v2/}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.audience")
    private String audience;

    /**
     * Replaces a descriptor that is there. Example: {@code -Dmessagemedia.overwrite=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.overwrite", defaultValue = "false")
    private boolean overwrite;

    /**
     * Hosts besides Auth0's own that may receive the tenant's credentials, such as a custom domain. A tenant at one of Auth0's
     * domains that is named here is pinned: no other one there is trusted any more. Example:
     * {@code -Dmessagemedia.allowedHosts=login.acme.example}.
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
     * Where the embedded sandbox tenant keeps its state; by default {@code target/messagemedia/sandbox.json}. Example:
     * {@code -Dmessagemedia.sandboxFile=sandbox.json}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.sandboxFile")
    private File sandboxFile;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** Takes what Maven injects. */
    @Inject
    public ExportMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void execute(Path file) {
        UserFile place = place(
                file,
                overwrite,
                "Name another file with -Dmessagemedia.file=PATH, or replace this one with -Dmessagemedia.overwrite=true.");
        OfflineSchema schema = schema(
                file,
                overwrite,
                "Move it or delete it, replace it with -Dmessagemedia.overwrite=true, or leave out -Dmessagemedia.offlineSchema.");
        ExportSignIn signIn = new ExportSignIn(references(file), given(server));
        ExportTarget home = new ExportTarget(
                tenant(), given(audience), signIn.way(), connection().orElse("sms"));
        Exported exported = export(home, signIn, file);
        List<String> written = schema.write();
        place.forOwnerAlone().write(schema.named(exported.text()));
        info(written);
        tell(exported, file);
    }

    private String tenant() {
        String named = domain().orElseThrow(() -> new Fault(
                "messagemedia.domain is not given, so it is not known which tenant to read.",
                "Add -Dmessagemedia.domain=acme.eu.auth0.com."));
        if (!named.equals(TenantAddress.SANDBOX) && TenantAddress.parse(named).isEmpty()) {
            throw new Fault(
                    "messagemedia.domain is \"" + named + "\".",
                    "Write the host alone, without https:// and without a path, such as acme.eu.auth0.com; or sandbox.");
        }
        return named;
    }

    private Exported export(ExportTarget home, ExportSignIn signIn, Path file) {
        Optional<TenantAddress> address = TenantAddress.parse(home.domain());
        Authentication login = signIn.authentication(address.isEmpty());
        redactAlso(List.of(login.confidential()));
        TenantSection section = new TenantSection(
                home.domain(),
                address,
                home.audience(),
                login,
                Optional.empty(),
                Origin.wholeFile("messagemedia.domain"));
        Path state = sandboxFile == null ? outputFolder().resolve("sandbox.json") : sandboxFile.toPath();
        try (TenantAccess access = TenantAccess.to(address, state);
                ConnectionExport export = ConnectionExport.open(section, access.address(), settings(access, file))) {
            return export.export(home, file);
        }
    }

    private SyncSettings settings(TenantAccess access, Path file) {
        if (session().isOffline() && !access.address().isLoopback()) {
            throw new Fault(
                    "Maven is offline (-o) and " + access.address() + " is not on this machine.",
                    "Leave -o out, or run messagemedia:init, which works offline.");
        }
        Set<String> hosts = Optional.ofNullable(allowedHosts).orElse(List.of()).stream()
                .map(host -> host.trim().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        String userAgent = plugin.getArtifactId() + "/" + plugin.getVersion();
        return new SyncSettings(
                MavenHttp.settings(session(), userAgent, access.address(), timeout),
                hosts,
                Optional.empty(),
                false,
                Optional.empty(),
                RetryBudget.of(Duration.ofSeconds(timeout), sentence -> info(List.of(sentence))),
                file.resolveSibling(file.getFileName() + ".applied.json"));
    }

    private void tell(Exported exported, Path file) {
        ExportReport report = new ExportReport(
                file.toString(),
                exported.connectionName() + " (" + exported.connectionId() + ")",
                exported.owned(),
                exported.others(),
                exported.variables(),
                exported.changes());
        info(report.lines(next("plan", file)));
        report.warning(next("plan", file)).ifPresent(line -> warn(List.of(line)));
        info(List.of("Outcome: exported; nothing was written to Auth0."));
    }
}

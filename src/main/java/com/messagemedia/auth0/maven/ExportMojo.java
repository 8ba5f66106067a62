package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.descriptor.Descriptor.TenantSection;
import com.messagemedia.auth0.export.ConnectionExport;
import com.messagemedia.auth0.export.ConnectionExport.Exported;
import com.messagemedia.auth0.export.ConnectionExport.Ways;
import com.messagemedia.auth0.export.ExportDraft.ExportTarget;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.report.ExportReport;
import com.messagemedia.auth0.sandbox.StartingTenant;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Writes a descriptor from a live connection. The descriptor holds the options for sending, text and codes. It lists every
 * other option as a comment, and refers to environment variables for secrets. A plan right after it changes no option. Needs
 * the scopes {@code read:connections} and {@code read:connections_options}; with {@code read:tenant_settings},
 * {@code read:actions}, {@code read:phone_providers} and {@code read:phone_templates} it also describes the phone provider of a
 * tenant that sends through it. It signs in with the environment variables
 * {@code AUTH0_CLIENT_ID} and {@code AUTH0_CLIENT_SECRET}, or {@code AUTH0_TOKEN}, unless you name a server.
 *
 * @since 1.0.0
 */
@Mojo(name = "export", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExportMojo extends AbstractDescriptorMojo {

    private static final String FILE_REMEDY =
            "Name another file with -Dmessagemedia.file=PATH, or replace this one with -Dmessagemedia.overwrite=true.";
    private static final String SCHEMA_REMEDY =
            "Move it or delete it, replace it with -Dmessagemedia.overwrite=true, or leave out"
                    + " -Dmessagemedia.offlineSchema.";

    /**
     * The tenant's domain to write into the descriptor, without {@code https://}; or {@code sandbox}. Example:
     * {@code -Dmessagemedia.domain=acme.eu.auth0.com}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.domain")
    private String domain;

    /**
     * The name or id of the SMS connection to write into the descriptor; by default {@code sms}. Example:
     * {@code -Dmessagemedia.connection=sms}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.connection")
    private String connection;

    /**
     * Writes the schema beside the descriptor, and refers to it there: an editor then completes and explains keys without a
     * network. The goal never replaces another file of that name unasked. Example: {@code -Dmessagemedia.offlineSchema=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.offlineSchema", defaultValue = "false")
    private boolean offlineSchema;

    /**
     * The id of the {@code <server>} in settings.xml to sign in with. Its username is the client id, its password the client
     * secret. Example: {@code -Dmessagemedia.server=auth0-prod}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.server")
    private String server;

    /**
     * The audience of the Management API. A custom domain needs it: the audience of the tenant's own domain. Example: {@code -Dmessagemedia.audience=https://acme.eu.auth0.com/api/v2/}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.audience")
    private String audience;

    /**
     * Replaces a descriptor that exists. Example: {@code -Dmessagemedia.overwrite=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.overwrite", defaultValue = "false")
    private boolean overwrite;

    /**
     * Hosts besides Auth0's own that may receive the tenant's credentials, such as a custom domain. If you list a tenant at one
     * of Auth0's domains, credentials go to no other tenant there. Example:
     * {@code -Dmessagemedia.allowedHosts=login.acme.example}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.allowedHosts")
    private List<String> allowedHosts;

    /**
     * How many seconds the goal may take for all requests together, with the waits before it repeats one. Example:
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

    /**
     * What a new sandbox tenant is: {@code older}, from before March 2025, with Twilio in its SMS connection; {@code switched},
     * the same with the Unified Phone Experience on; {@code modern}, which sends through a phone provider and has none yet; or a
     * modern one with {@code twilio_provider}, {@code foreign_action} or {@code stub_action}. A tenant that a file keeps stays
     * what it is. Example: {@code -Dmessagemedia.sandboxTenant=modern}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.sandboxTenant", defaultValue = "older")
    private String sandboxTenant;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** Is called by Maven. */
    @Inject
    public ExportMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        GoalRun goal = goal();
        DescriptorSelection selection = descriptor(goal);
        goal.run(selection::candidates, () -> {
            DescriptorTarget target = new DescriptorTarget(selection, offlineSchema);
            target.look(overwrite, FILE_REMEDY, SCHEMA_REMEDY);
            ExportSignIn signIn =
                    new ExportSignIn(goal.build().references(target.file()), ParameterText.nonBlank(server));
            ExportTarget home = new ExportTarget(
                    tenant(),
                    ParameterText.nonBlank(audience),
                    signIn.way(),
                    ParameterText.nonBlank(connection).orElse("sms"));
            Exported exported = export(goal, home, signIn, target.file());
            goal.output().info(target.writeForOwnerAlone(exported.text()));
            tell(goal, exported, target.file().toString(), selection.command("plan", target.file()));
        });
    }

    private String tenant() {
        String named = ParameterText.nonBlank(domain)
                .map(PastedText::domain)
                .orElseThrow(() -> new Fault(
                        "messagemedia.domain is missing: the goal needs the tenant to read.",
                        "Add -Dmessagemedia.domain=acme.eu.auth0.com."));
        if (!PastedText.isDomain(named)) {
            throw new Fault(
                    "messagemedia.domain is \"" + named + "\".",
                    "Write the tenant's domain, such as acme.eu.auth0.com; or sandbox.");
        }
        return named;
    }

    private Exported export(GoalRun goal, ExportTarget home, ExportSignIn signIn, Path file) {
        TenantOptions options =
                TenantOptions.of(goal, plugin, timeout).trusting(allowedHosts).sandboxIn(sandboxFile);
        TenantSection section = signIn.section(home);
        goal.output().redact(section.credentials().confidential());
        StartingTenant start = ParameterText.choice("messagemedia.sandboxTenant", sandboxTenant, StartingTenant.class);
        try (TenantAccess access = options.open(section, start);
                ConnectionExport export = ConnectionExport.open(
                        section,
                        access.address(),
                        options.settings(access, file, "init"),
                        new Ways(Deliveries.GATEWAY, Deliveries.PHONE))) {
            return export.export(home, file);
        }
    }

    private static void tell(GoalRun goal, Exported exported, String file, String plan) {
        ExportReport report = new ExportReport(
                file,
                exported.connectionName() + " (" + exported.connectionId() + ")",
                exported.owned(),
                exported.others(),
                exported.variables(),
                exported.changes(),
                exported.besides(),
                exported.notes());
        goal.output().info(report.lines(plan));
        report.warning(plan).ifPresent(line -> goal.output().warn(List.of(line)));
        goal.output().info(List.of("Outcome: exported; nothing was written to Auth0."));
    }
}

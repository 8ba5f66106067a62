package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.Permissions;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** Binds the parameters of every goal that works on a descriptor's tenant. */
abstract class AbstractTenantMojo extends AbstractDescriptorMojo {

    /**
     * A released descriptor to use instead of a file, {@code groupId:artifactId:version[:classifier]}. Maven fetches it from the
     * repositories of settings.xml or the POM, and the goal uses it byte for byte. Example:
     * {@code -Dmessagemedia.artifact=com.acme:sms-config:1.4.2}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.artifact")
    private String artifact;

    /**
     * The environment of the descriptor to work on. If the descriptor has environments, every goal that talks to Auth0 needs
     * one. The goals validate, plan, apply, verify, doctor and rollback take several in one run: {@code dev,prod-eu}, a glob such as
     * {@code prod-*}, or {@code all}. Example: {@code -Dmessagemedia.environment=prod}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.environment")
    private String environment;

    /**
     * References that the descriptor may use at any key: a variable or property whose name says that it is a credential, or a
     * file outside the descriptor's folder. You list them here and not in the descriptor, so that a change to the descriptor
     * cannot send a credential to Auth0. Example: {@code -Dmessagemedia.allowedReferences=env.PUBLIC_KEY_URL,file:/etc/sms.txt}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.allowedReferences")
    private List<String> allowedReferences;

    /**
     * Fails if the descriptor or the plan has a warning, before it writes anything. Example: {@code -Dmessagemedia.failOnWarnings=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.failOnWarnings", defaultValue = "false")
    private boolean failOnWarnings;

    /**
     * How to resolve every conflict, instead of the descriptor's {@code onConflict}: {@code fail} writes nothing,
     * {@code overwrite} writes the descriptor's value, {@code keep} keeps Auth0's value. Example:
     * {@code -Dmessagemedia.onConflict=overwrite}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.onConflict")
    private String onConflict;

    /**
     * Hosts besides Auth0's own that may receive the tenant's credentials, such as a custom domain. You list them here and not
     * in the descriptor, so that a change to the descriptor cannot send credentials elsewhere. If you list a tenant at one of
     * Auth0's domains, credentials go to no other tenant there. Example:
     * {@code -Dmessagemedia.allowedHosts=acme.eu.auth0.com,login.acme.example}.
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
     * Where the embedded sandbox tenant ({@code tenant.domain: sandbox}) keeps its state; by default
     * {@code target/messagemedia/sandbox.json}. Tenants of its that have a name ({@code sandbox/NAME}) are in the folder
     * {@code sandbox.json.tenants} beside it. Example: {@code -Dmessagemedia.sandboxFile=sandbox.json}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.sandboxFile")
    private File sandboxFile;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    private final RepositorySystem repositories;

    AbstractTenantMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter);
        this.repositories = repositories;
    }

    /** A session at the descriptor's tenant that approves nothing. */
    final TenantSession tenant() {
        return tenant(Permissions.NONE);
    }

    /** A session at the descriptor's tenant, with what the user allows there. */
    final TenantSession tenant(Permissions permissions) {
        GoalRun goal = goal();
        DescriptorSelection.Reading reading = new DescriptorSelection.Reading(
                ParameterText.nonBlank(artifact),
                new ReleasedDescriptor(session(), repositories),
                ParameterText.nonBlank(environment),
                ParameterText.trimmed(allowedReferences),
                failOnWarnings);
        TenantOptions options = TenantOptions.of(goal, plugin, timeout)
                .trusting(allowedHosts)
                .sandboxIn(sandboxFile)
                .onConflict(onConflict)
                .allowing(permissions);
        return new TenantSession(goal, descriptor(goal, reading), options);
    }
}

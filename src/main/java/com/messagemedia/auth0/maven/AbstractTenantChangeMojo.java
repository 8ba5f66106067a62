package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.Permissions;
import com.messagemedia.auth0.messagemedia.AskedAccounts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Binds the parameters of every goal that changes a tenant. */
abstract class AbstractTenantChangeMojo extends AbstractTenantMojo {

    /**
     * Approves the changes of protected environments: their names. In interactive mode the goal asks instead. Example:
     * {@code -Dmessagemedia.approve=prod}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.approve")
    private List<String> approve;

    /**
     * Leaves out the environments that the goal cannot change, if you choose several, changes the others, and fails at the end.
     * By default the goal writes nothing unless it can change all of them. Example:
     * {@code -Dmessagemedia.continueOnError=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.continueOnError", defaultValue = "false")
    private boolean continueOnError;

    /**
     * How many tenants the goal works at in one moment, if you choose several environments. Each tenant keeps its own rate
     * limit and its own {@code messagemedia.timeout}. Example: {@code -Dmessagemedia.parallel=4}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.parallel", defaultValue = "24")
    private int parallel;

    /**
     * Allows the goal to take over what sends the phone messages of a whole tenant: another Action, or a phone provider of
     * Twilio. Names each environment for which it is allowed, or the tenant's domain where the descriptor has no environments.
     * The plan says what it takes over. Example: {@code -Dmessagemedia.takeOver=prod-eu}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.takeOver")
    private List<String> takeOver;

    /**
     * The folder where an apply keeps the values that it replaces, for the goal rollback. By default
     * {@code .messagemedia/backups} in the user's home; for a tenant on loopback {@code target/messagemedia/backups}. Example:
     * {@code -Dmessagemedia.backupDirectory=/var/lib/messagemedia}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.backupDirectory")
    private File backupDirectory;

    /**
     * The server of settings.xml whose password is the passphrase to encrypt the secrets in a backup with. By default the
     * environment variable {@code MESSAGEMEDIA_BACKUP_KEY} holds the passphrase. Without a passphrase, a backup holds no secrets.
     * Example:
     * {@code -Dmessagemedia.backupServer=messagemedia-backup}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.backupServer")
    private String backupServer;

    /**
     * Whether the goal asks MessageMedia if the API key and secret are valid, before it changes the gateway or the credentials.
     * {@code auto} asks for a tenant that is not on loopback, {@code true} asks always, {@code false} never. Example:
     * {@code -Dmessagemedia.preflight=false}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.preflight", defaultValue = "auto")
    private String preflight;

    /**
     * Where the MessageMedia account is: {@code au} (api.messagemedia.com), {@code eu} or {@code us}; by default what the
     * descriptor says under {@code messageMedia.region}, or else {@code au}. Example:
     * {@code -Dmessagemedia.region=eu}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.region")
    private String region;

    private final AskedAccounts asked = new AskedAccounts();

    AbstractTenantChangeMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    /**
     * A session that changes tenants, while no other goal changes them.
     *
     * @param adopt where the user approves a first adoption: names of environments, or {@code true}; null for nowhere
     */
    final TenantSession changingTenant(@Nullable List<String> adopt) {
        Permissions permissions = new Permissions(
                false,
                ParameterText.namesOrTrue("messagemedia.adopt", adopt),
                ParameterText.trimmed(approve),
                ParameterText.trimmed(takeOver));
        return tenant(permissions).exclusive().several(parallel).leavingOut(continueOnError);
    }

    /** The backups of the applies to an open tenant. */
    final TenantBackups backups(OpenTenant tenant) {
        Optional<Path> folder = backupDirectory == null ? Optional.empty() : Optional.of(backupDirectory.toPath());
        return new TenantBackups(tenant, folder, ParameterText.nonBlank(backupServer));
    }

    /** Asks MessageMedia before a change at an open tenant. */
    final PreflightCheck preflight(OpenTenant tenant) {
        return new PreflightCheck(tenant, preflight, ParameterText.nonBlank(region), asked);
    }
}

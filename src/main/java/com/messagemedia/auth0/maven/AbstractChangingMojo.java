package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.GivenText;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.connection.Secret;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.doctor.MessageMediaAccount;
import com.messagemedia.auth0.doctor.Preflight;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.store.Backup.Subject;
import com.messagemedia.auth0.store.BackupFolder;
import com.messagemedia.auth0.store.LockFile;
import java.io.File;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** What the goals that change a tenant share: who approves, where what they replace is kept, and whether
 * MessageMedia is asked first. */
abstract class AbstractChangingMojo extends AbstractTenantMojo {

    private static final String VARIABLE = "MESSAGEMEDIA_BACKUP_KEY";
    private static final int SHORTEST_KEY = 12;

    /**
     * Approves the change of a protected environment, by its name. In interactive mode the goal asks instead. Example:
     * {@code -Dmessagemedia.approve=prod}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.approve")
    private String approve;

    /**
     * Where an apply keeps what it replaces, for the goal rollback; by default {@code .messagemedia/backups} in the user's home,
     * and for a tenant on loopback {@code target/messagemedia/backups}. Example:
     * {@code -Dmessagemedia.backupDirectory=/var/lib/messagemedia}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.backupDirectory")
    private File backupDirectory;

    /**
     * The server of settings.xml whose password is the passphrase that the secrets in a backup are encrypted with; unless it is
     * given, the environment variable {@code MESSAGEMEDIA_BACKUP_KEY}. Without either they are not kept. Example:
     * {@code -Dmessagemedia.backupServer=messagemedia-backup}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.backupServer")
    private String backupServer;

    /**
     * Whether MessageMedia is asked, before a change of gateway or credentials, if it takes the API key and secret: {@code auto}
     * asks for a tenant that is not on loopback, {@code true} always, {@code false} never. Example:
     * {@code -Dmessagemedia.preflight=false}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.preflight", defaultValue = "auto")
    private String preflight;

    /**
     * Where the MessageMedia account is: {@code au} (api.messagemedia.com), {@code eu} or {@code us}. Example:
     * {@code -Dmessagemedia.region=eu}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.region", defaultValue = "au")
    private String region;

    AbstractChangingMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    final void inTurn(Turn turn, Runnable work) {
        turn.take(() -> sandboxInUse().ifPresentOrElse(state -> alone(state, work), work));
    }

    /** Other processes, too: each would write back what it has read. */
    private void alone(Path state, Runnable work) {
        LockFile.of(state)
                .runExclusive(
                        work,
                        () -> info(
                                List.of("Waiting for another goal that changes the sandbox tenant of " + state + ".")));
    }

    @Override
    final Optional<String> approve() {
        return Optional.ofNullable(approve);
    }

    /** The backups of the applies of a descriptor to a connection. */
    final BackupFolder backups(Subject subject) {
        return new BackupFolder(backupDirectory(), subject, InstantSource.system());
    }

    /** The same, once it is sure that only its owner can put something there; says so where the group can as well. */
    final BackupFolder safeBackups(Subject subject) {
        BackupFolder folder = backups(subject);
        folder.warning().ifPresent(warning -> warn(List.of(warning)));
        return folder;
    }

    private Path backupDirectory() {
        if (backupDirectory != null) {
            return backupDirectory.toPath();
        }
        return access().address().isLoopback()
                ? outputFolder().resolve("backups")
                : Path.of(session().getSystemProperties().getProperty("user.home"), ".messagemedia", "backups");
    }

    /** The passphrase of the backups' secrets; empty where none is given. */
    final Optional<Secret> passphrase() {
        Optional<Secret> given = backupServer == null || backupServer.isBlank() ? ofEnvironment() : ofServer();
        given.ifPresent(key -> redactAlso(List.of(key)));
        if (given.filter(key -> key.reveal().length() < SHORTEST_KEY).isPresent()) {
            throw new Fault(
                    "The passphrase of the backups has fewer than " + SHORTEST_KEY + " characters.",
                    "Make a long random one, and keep it where your other secrets are.",
                    Outcome.REFUSED);
        }
        return given;
    }

    /** A passphrase may hold every character, and none that Java put there for one it could not read. */
    private Optional<Secret> ofEnvironment() {
        Optional<Secret> given = variable(VARIABLE);
        given.ifPresent(key -> new GivenText(VARIABLE, key.reveal()).readable());
        return given;
    }

    private Optional<Secret> ofServer() {
        return Optional.of(references(descriptorFile())
                .server(backupServer)
                .map(ServerCredentials::password)
                .orElseThrow(() -> new Fault(
                        "settings.xml has no server \"" + backupServer + "\".",
                        "Add it with the passphrase as its password.",
                        Outcome.REFUSED)));
    }

    /** A variable of the environment that holds a secret. */
    final Optional<Secret> variable(String name) {
        return Optional.ofNullable(session().getSystemProperties().getProperty("env." + name))
                .filter(text -> !text.isEmpty())
                .map(Secret::new);
    }

    private MessageMediaAccount.Region region() {
        return Choice.of("messagemedia.region", region, MessageMediaAccount.Region.class);
    }

    private boolean isPreflightWanted() {
        return switch (Choice.of("messagemedia.preflight", preflight, Wanted.class)) {
            case AUTO -> !access().address().isLoopback();
            case TRUE -> true;
            case FALSE -> false;
        };
    }

    private enum Wanted {
        AUTO,
        TRUE,
        FALSE
    }

    /** Asks MessageMedia where that is wanted, and tells whether it was asked. */
    final boolean ask(Plan plan, Descriptor descriptor) {
        MessageMediaAccount account = new MessageMediaAccount(plan, access().address(), region());
        boolean wanted = isPreflightWanted();
        if (!wanted || !plan.mayBeApplied() || !account.isTouched()) {
            return false;
        }
        Preflight.warning(account, descriptor, http()).ifPresent(warning -> warn(List.of(warning)));
        return true;
    }
}

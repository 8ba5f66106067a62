package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.GivenText;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.rollback.Backup;
import com.messagemedia.auth0.rollback.Backup.Subject;
import com.messagemedia.auth0.rollback.BackupFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The backups that applies to a tenant make, and their passphrase.
 *
 * @param tenant the tenant
 * @param directory where the user keeps backups
 * @param server the server of settings.xml that has the passphrase
 */
record TenantBackups(OpenTenant tenant, Optional<Path> directory, Optional<String> server) {

    private static final String VARIABLE = "MESSAGEMEDIA_BACKUP_KEY";
    /** Twelve random letters and digits have 71 bits. */
    private static final int SHORTEST_KEY = 12;

    /** The backups of the applies of a descriptor to a connection. */
    BackupFolder of(Subject subject) {
        return new BackupFolder(folder(), subject, InstantSource.system());
    }

    /** The same backups; warns if others may write to their folder. */
    BackupFolder safe(Subject subject) {
        BackupFolder folder = of(subject);
        Optional<String> warning = folder.warning();
        if (warning.isPresent()) {
            tenant.output().warn(List.of(warning.get()));
        }
        return folder;
    }

    private Path folder() {
        if (directory.isPresent()) {
            return directory.get();
        }
        GoalBuild build = tenant.goal().build();
        return tenant.address().isLoopback()
                ? build.outputFolder().resolve("backups")
                : Path.of(build.session().getSystemProperties().getProperty("user.home"), ".messagemedia", "backups");
    }

    /** The passphrase that encrypts the secrets in backups; empty if the user gives none. */
    Optional<Secret> passphrase() {
        Optional<Secret> given = server.isPresent() ? Optional.of(ofServer(server.get())) : ofEnvironment();
        if (given.isPresent()) {
            tenant.output().redact(given.get());
            requireLong(given.get());
        }
        return given;
    }

    private static void requireLong(Secret key) {
        if (key.reveal().length() < SHORTEST_KEY) {
            throw new Fault(
                    "The passphrase of the backups has fewer than " + SHORTEST_KEY + " characters.",
                    "Make a long random one, and keep it where your other secrets are.",
                    Outcome.REFUSED);
        }
    }

    /** Refuses the character U+FFFD, which Java puts in place of a character that it cannot decode. */
    private Optional<Secret> ofEnvironment() {
        Optional<Secret> given = tenant.goal().build().variable(VARIABLE);
        if (given.isPresent()) {
            new GivenText(VARIABLE, given.get().reveal()).readable();
        }
        return given;
    }

    private Secret ofServer(String id) {
        return tenant.selection()
                .references(tenant.file())
                .server(id)
                .map(ServerCredentials::password)
                .orElseThrow(() -> new Fault(
                        "settings.xml has no server \"" + id + "\".",
                        "Add it with the passphrase as its password.",
                        Outcome.REFUSED));
    }

    /**
     * Reads the backup to restore.
     *
     * @param named the one that the user names; empty for the newest
     */
    Backup choose(Subject subject, Optional<Path> named) {
        BackupFolder folder = safe(subject);
        Path file = named.map(backup -> inFolder(folder, backup))
                .or(folder::newest)
                .orElseThrow(() -> nothing(subject, folder));
        Backup chosen = BackupFolder.read(file);
        if (!tenant.isOneOfSeveral()) {
            tenant.output().info(List.of("Backup: " + file));
        }
        tenant.report().backup(file.toString());
        return chosen;
    }

    /** A name without a folder means a backup of this connection. Maven turns such a name into a path in the project. */
    private Path inFolder(BackupFolder folder, Path named) {
        Path project = tenant.goal().build().folder();
        boolean nameAlone = project.equals(named.getParent()) || named.getParent() == null;
        return Files.exists(named) || !nameAlone ? named : folder.folder().resolve(named.getFileName());
    }

    private static Fault nothing(Subject subject, BackupFolder folder) {
        return new Fault(
                "There is nothing to roll back: no backup of connection " + subject.connection() + " ("
                        + subject.connectionId() + ") is in " + folder.folder() + ".",
                "Only an apply that changes options of an existing connection makes a backup. If it ran on another"
                        + " machine, copy its backup here and name it with -Dmessagemedia.backup=FILE.",
                Outcome.REFUSED);
    }

    /** The backups by name, the newest first, each with the paths that its apply changed; none for one that is unreadable. */
    Map<String, List<FieldPath>> changesByName(Subject subject) {
        List<Path> files = new ArrayList<>(of(subject).all());
        Collections.reverse(files);
        Map<String, List<FieldPath>> changes = new LinkedHashMap<>();
        files.forEach(file -> changes.put(String.valueOf(file.getFileName()), changes(file)));
        return changes;
    }

    private static List<FieldPath> changes(Path file) {
        try {
            return BackupFolder.read(file).changed();
        } catch (Fault unused) {
            return List.of();
        }
    }
}

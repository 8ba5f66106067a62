package com.messagemedia.auth0.rollback;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.rollback.Backup.Subject;
import com.messagemedia.auth0.rollback.BackupText.Unusable;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The backups of one owner's applies to one connection. Each apply that changes options adds a file. The folder keeps the
 * newest twenty and the oldest, which holds the options from before the plugin. Only the user can open the folder and its
 * files, where the file system supports that. The plugin never touches files with other names.
 *
 * @param directory the directory that holds all backups
 * @param subject the connection and the owner that the backups belong to
 * @param clock gives the time for the file names
 */
public record BackupFolder(Path directory, Subject subject, InstantSource clock) {

    /**
     * Enough for several weeks of applies, as an apply that changes nothing makes no backup. A limit, because each backup
     * holds options of the tenant and, encrypted, its secrets.
     */
    private static final int KEPT = 20;

    private static final Pattern FILE = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9]{3,}\\.json");
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Returns the folder that holds these backups. */
    public Path folder() {
        String host = subject.tenant().replaceFirst("^https?://", "").replaceAll("[^A-Za-z0-9.-]", "-");
        return directory
                .resolve(host)
                .resolve(subject.connectionId().replaceAll("[^A-Za-z0-9_-]", "-"))
                .resolve(subject.owner().replaceAll("[^A-Za-z0-9_-]", "-"));
    }

    /**
     * Writes a backup to the disk and deletes backups that are too old. Each backup has its own name, even when another
     * build writes one in the same second.
     *
     * @throws Fault when the plugin cannot write the backup
     */
    public Path keep(Backup backup) {
        String text = BackupText.write(backup);
        requireReadable(text);
        Path file = next();
        while (!new AtomicTextFile(file, "backup").create(text, directory)) {
            file = next();
        }
        List<Path> all = all();
        int tooMany = Math.max(0, all.size() - KEPT);
        for (Path old : all.subList(Math.min(1, tooMany), tooMany)) {
            forget(old);
        }
        return file;
    }

    /**
     * Returns a warning when a group can write to the folder; empty when only the owner can.
     *
     * @throws Fault when everybody can write to it, because anybody could then change what a rollback puts back
     */
    public Optional<String> warning() {
        Optional<Path> open = writableBy(PosixFilePermission.OTHERS_WRITE);
        if (open.isPresent()) {
            throw new Fault(
                    "Everybody can write to the backup folder " + open.get() + ". Nothing was written.",
                    "Take that right away (chmod go-w " + open.get()
                            + ") and see what is in it, or name another folder with"
                            + " -Dmessagemedia.backupDirectory=PATH.",
                    Outcome.REFUSED);
        }
        Optional<Path> shared = writableBy(PosixFilePermission.GROUP_WRITE);
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("The group of the backup folder " + shared.get()
                + " can write to it, and so change what a rollback puts back. Take that right away: chmod g-w "
                + shared.get());
    }

    private Optional<Path> writableBy(PosixFilePermission whom) {
        Path path = folder();
        for (int left = path.getNameCount() - directory.getNameCount(); left >= 0; left--) {
            if (isWritable(path, whom)) {
                return Optional.of(path);
            }
            path = path.resolveSibling("");
        }
        return Optional.empty();
    }

    private static boolean isWritable(Path folder, PosixFilePermission whom) {
        try {
            return Files.getPosixFilePermissions(folder).contains(whom);
        } catch (IOException | UnsupportedOperationException unused) {
            return false;
        }
    }

    /** Checks, before the apply writes anything, that a rollback can read this backup. */
    private static void requireReadable(String text) {
        try {
            BackupText.read(text);
        } catch (Unusable | IllegalArgumentException e) {
            Fault fault = new Fault(
                    "The backup of what this apply replaces could not be read again: it " + problem(e)
                            + ". Nothing was written.",
                    "This is a fault of the plugin: please report it with the paths of the plan.",
                    Outcome.REFUSED);
            fault.initCause(e);
            throw fault;
        }
    }

    private static String problem(Exception e) {
        return e instanceof Unusable ? String.valueOf(e.getMessage()) : "names what are no options";
    }

    /**
     * Returns the name after the last one of the same second. The names then show the order even after the oldest files are
     * deleted.
     */
    private Path next() {
        String moment = NAME.format(clock.instant()) + "-";
        int count = 0;
        for (Path file : files()) {
            String name = String.valueOf(file.getFileName());
            if (name.startsWith(moment)) {
                String number = name.substring(moment.length(), name.length() - ".json".length());
                count = Math.max(count, Integer.parseInt(number) + 1);
            }
        }
        return folder().resolve(moment + String.format(Locale.ROOT, "%03d.json", count));
    }

    /** Deletes a backup if it can. An extra backup does no harm. */
    public static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException unused) {
            return;
        }
    }

    /** Lists all backups, oldest first. It skips empty files: a build is still writing them, or stopped while writing. */
    public List<Path> all() {
        List<Path> all = new ArrayList<>();
        for (Path file : files()) {
            if (file.toFile().length() > 0) {
                all.add(file);
            }
        }
        return List.copyOf(all);
    }

    private List<Path> files() {
        if (Files.notExists(folder())) {
            return List.of();
        }
        List<Path> backups = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder())) {
            for (Path file : files) {
                if (FILE.matcher(String.valueOf(file.getFileName())).matches()) {
                    backups.add(file);
                }
            }
        } catch (IOException unused) {
            return List.of();
        }
        backups.sort(null);
        return List.copyOf(backups);
    }

    /** Returns the newest backup; empty if the folder has none. */
    public Optional<Path> newest() {
        List<Path> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Returns the backup that a run made; empty if there is none that can be read. */
    public Optional<Path> ofRun(RunId run) {
        return all().stream().filter(file -> isOf(run, file)).findFirst();
    }

    private static boolean isOf(RunId run, Path file) {
        try {
            return read(file).run().filter(run::equals).isPresent();
        } catch (Fault unused) {
            return false;
        }
    }

    /**
     * Reads a backup.
     *
     * @throws Fault when the file is missing, is no backup, has been edited, or has another format version
     */
    public static Backup read(Path path) {
        AtomicTextFile file = new AtomicTextFile(path, "backup");
        String text = file.read()
                .orElseThrow(() -> new Fault(
                        "There is no " + file.name() + ".",
                        "Name a file that is there, or leave messagemedia.backup out to take the newest; with messagemedia.dryRun"
                                + " the others are listed.",
                        Outcome.REFUSED));
        try {
            return BackupText.read(text);
        } catch (Unusable | IllegalArgumentException e) {
            throw new Fault(
                    "The " + file.name() + " " + problem(e) + ". Nothing was written.",
                    "Name another one with -Dmessagemedia.backup=FILE.",
                    Outcome.REFUSED);
        }
    }
}

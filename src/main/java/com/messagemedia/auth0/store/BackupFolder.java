package com.messagemedia.auth0.store;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.store.BackupText.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The backups of one connection: a file for each apply that changed options, the newest twenty. Readable by their owner alone
 * where the file system knows owners.
 *
 * @param folder the folder of this connection's backups
 * @param clock the time that names them
 */
public record BackupFolder(Path folder, InstantSource clock) {

    private static final int KEPT = 20;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The folder of a connection below a directory of backups. */
    public static BackupFolder of(Path directory, String tenant, String connectionId, InstantSource clock) {
        String host = tenant.replaceFirst("^https?://", "").replaceAll("[^A-Za-z0-9.-]", "-");
        return new BackupFolder(directory.resolve(host).resolve(connectionId.replaceAll("[^A-Za-z0-9_-]", "-")), clock);
    }

    /**
     * Keeps a backup, and forgets what is too old.
     *
     * @throws Fault when it cannot be written
     */
    public Path keep(Backup backup) {
        Path file = free();
        new WholeFile(file, "backup").write(BackupText.write(backup));
        List<Path> all = all();
        all.stream().limit(Math.max(0, all.size() - KEPT)).forEach(BackupFolder::forget);
        return file;
    }

    /** After the last one of the same second, so that names tell the order also once the oldest are gone. */
    private Path free() {
        String moment = NAME.format(clock.instant()) + "-";
        int count = all().stream()
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> name.startsWith(moment))
                .map(name -> name.substring(moment.length()).replace(".json", ""))
                .filter(rest -> rest.matches("[0-9]{3}"))
                .mapToInt(rest -> Integer.parseInt(rest) + 1)
                .max()
                .orElse(0);
        return folder.resolve(moment + "%03d.json".formatted(count));
    }

    @SuppressWarnings("UnusedException") // One backup too many does no harm.
    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            return;
        }
    }

    /** All backups, the oldest first. */
    @SuppressWarnings("UnusedException") // A folder that cannot be listed holds none that could be read.
    public List<Path> all() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The newest backup; empty where there is none. */
    public Optional<Path> newest() {
        List<Path> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /**
     * Reads a backup.
     *
     * @throws Fault when there is none, or the file is no backup, was edited, or is of another format version
     */
    @SuppressWarnings("UnusedException") // Its message is in the fault's.
    public static Backup read(Path path) {
        WholeFile file = new WholeFile(path, "backup");
        String text = file.read()
                .orElseThrow(() -> new Fault(
                        "There is no " + file.name() + ".",
                        "Name a file that is there, or leave messagemedia.backup out to take the newest.",
                        Outcome.REFUSED));
        try {
            return BackupText.read(text);
        } catch (Unusable | IllegalArgumentException e) {
            String problem = e instanceof Unusable ? String.valueOf(e.getMessage()) : "names what is no option";
            throw new Fault(
                    "The " + file.name() + " " + problem + ". Nothing was written.",
                    "Name another one with -Dmessagemedia.backup=FILE.",
                    Outcome.REFUSED);
        }
    }
}

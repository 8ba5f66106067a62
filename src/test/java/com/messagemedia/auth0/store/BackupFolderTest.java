package com.messagemedia.auth0.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.store.Backup.Before;
import com.messagemedia.auth0.store.Backup.Entry;
import com.messagemedia.auth0.store.Backup.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupFolderTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));

    @TempDir
    private Path directory;

    private BackupFolder folder() {
        return folder("http://127.0.0.1:8642", "con_SandboxSms000000", "default");
    }

    private BackupFolder folder(String tenant, String connectionId, String owner) {
        return new BackupFolder(directory, new Subject(tenant, "sms", connectionId, owner), CLOCK);
    }

    private static Backup backup(String name) {
        return new Backup(
                new Subject("acme.eu.auth0.com", name, "con_SandboxSms000000", "default"),
                "messagemedia-maven-plugin/1.0.0",
                new Fingerprints("salt"),
                List.of(
                        entry(FieldPath.of("from"), new Before.Plain(Value.of("+15550100000"))),
                        entry(FieldPath.of("a.b", "c"), new Before.Plain(Value.Null.NULL)),
                        entry(FieldPath.of("provider"), new Before.Absent()),
                        entry(FieldPath.of("gateway_url"), new Before.Unchanged()),
                        new Entry(
                                FieldPath.of("twilio_token"),
                                new Before.Withheld("string", "was"),
                                Optional.empty(),
                                true),
                        new Entry(FieldPath.of("x"), new Before.Sealed("jwe", "was"), Optional.empty(), true)));
    }

    private static Entry entry(FieldPath path, Before before) {
        return new Entry(path, before, Optional.of("print"), false);
    }

    @Test
    void whatIsKeptIsReadAgain() {
        Path file = folder().keep(backup("sms"));
        assertThat(directory.relativize(file))
                .isEqualTo(Path.of("127.0.0.1-8642", "con_SandboxSms000000", "default", "20261124T120000Z-000.json"));
        assertThat(BackupFolder.read(file)).isEqualTo(backup("sms"));
        assertThat(backup("sms").withheld()).containsExactly(FieldPath.of("twilio_token"));
        assertThat(backup("sms").changed()).hasSize(5).doesNotContain(FieldPath.of("gateway_url"));
        assertThat(backup("sms").confidential()).containsExactly(FieldPath.of("twilio_token"), FieldPath.of("x"));
        assertThat(folder().newest()).contains(file);
    }

    @Test
    void theOldestAndTheNewestTwentyStay() {
        List<Path> files = IntStream.range(0, 23)
                .mapToObj(count -> folder().keep(backup("sms" + count)))
                .toList();
        List<Path> kept = new ArrayList<>(files.subList(3, 23));
        kept.add(0, files.get(0));
        assertThat(folder().all()).isEqualTo(kept);
        assertThat(BackupFolder.read(folder().newest().orElseThrow()).subject().connection())
                .isEqualTo("sms22");
    }

    @Test
    void folderAndFileAreForTheirOwnerAlone() throws IOException {
        Path file = folder().keep(backup("sms"));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        for (Path folder = file.getParent(); !folder.equals(directory); folder = folder.getParent()) {
            assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void eachConnectionAndEachOwnerHasAFolderOfItsOwnAndNoNameLeavesTheDirectory() {
        Path real = directory.toAbsolutePath().normalize();
        List<Path> folders = Stream.of(
                        folder("acme.eu.auth0.com", "con_1", "default"),
                        folder("acme.eu.auth0.com", "con_1", "other"),
                        folder("acme.eu.auth0.com", "con_2", "default"),
                        folder("acme.eu.auth0.com", "../../con_3", "../.."))
                .map(each -> each.folder().toAbsolutePath().normalize())
                .toList();
        assertThat(folders).doesNotHaveDuplicates().allMatch(folder -> folder.startsWith(real));
    }

    @Test
    void filesOfOtherNamesAreNeitherTakenNorForgotten() throws IOException {
        Path first = folder().keep(backup("sms"));
        Path notes = Files.writeString(first.resolveSibling("zz-notes.json"), "{}");
        Path begun = Files.createFile(first.resolveSibling("20261124T120000Z-001.json"));
        assertThat(folder().newest()).contains(first);
        assertThat(folder().keep(backup("sms")).getFileName()).hasToString("20261124T120000Z-002.json");
        IntStream.range(0, 25).forEach(count -> folder().keep(backup("sms")));
        assertThat(notes).exists();
        assertThat(begun).exists();
    }

    @Test
    void manyBuildsOfOneSecondOverwriteNothing() {
        List<Path> files = IntStream.range(0, 16)
                .parallel()
                .mapToObj(count -> folder().keep(backup("sms" + count)))
                .toList();
        assertThat(files).doesNotHaveDuplicates();
        assertThat(folder().all()).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void aFolderThatIsNotThereHoldsNone() {
        assertThat(folder().all()).isEmpty();
        assertThat(folder().newest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | is damaged",
                "[] | is no backup that messagemedia:apply made",
                "{'plans': 1} | is no backup that messagemedia:apply made",
                "{'formatVersion': 2} | has another format version than this plugin writes",
                "{'formatVersion': 1} | was damaged or edited since messagemedia:apply made it"
            })
    void whatIsNoBackupIsRefused(String text, String problem) throws IOException {
        Path file = directory.resolve("file.json");
        Files.writeString(file, text.replace('\'', '"'));
        Fault fault = catchThrowableOfType(Fault.class, () -> BackupFolder.read(file));
        assertThat(fault).hasMessage("The backup " + file + " " + problem + ". Nothing was written.");
        assertThat(fault.remedy()).isEqualTo("Name another one with -Dmessagemedia.backup=FILE.");
    }

    @Test
    void anEditedBackupIsRefused() throws IOException {
        Path file = folder().keep(backup("sms"));
        Files.writeString(file, Files.readString(file).replace("+15550100000", "+15550100001"));
        assertThat(catchThrowableOfType(Fault.class, () -> BackupFolder.read(file)))
                .hasMessageContaining("was damaged or edited since messagemedia:apply made it");
    }
}

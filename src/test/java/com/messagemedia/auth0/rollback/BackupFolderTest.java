package com.messagemedia.auth0.rollback;

import static com.messagemedia.auth0.rollback.BackupTest.backup;
import static com.messagemedia.auth0.rollback.BackupTest.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.rollback.Backup.Before;
import com.messagemedia.auth0.rollback.Backup.Entry;
import com.messagemedia.auth0.rollback.Backup.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void whatIsKeptIsReadAgain() {
        Path file = folder().keep(backup("sms"));
        assertThat(directory.relativize(file))
                .isEqualTo(Path.of("127.0.0.1-8642", "con_SandboxSms000000", "default", "20261124T120000Z-000.json"));
        assertThat(BackupFolder.read(file)).isEqualTo(backup("sms"));
        assertThat(backup("sms").withheld()).containsExactly(FieldPath.of("twilio_token"));
        assertThat(backup("sms").changed()).hasSize(6).doesNotContain(FieldPath.of("gateway_url"));
        assertThat(backup("sms").confidential()).containsExactly(FieldPath.of("twilio_token"), FieldPath.of("x"));
        assertThat(folder().newest()).contains(file);
    }

    @Test
    void aRunFindsItsOwnBackupAndPassesByWhatNobodyCanRead() throws IOException {
        Path file = folder().keep(backup("sms"));
        Files.writeString(file.resolveSibling("20261124T110000Z-000.json"), "{}");
        assertThat(folder().ofRun(new RunId("20261124T120000Z-3f9c"))).contains(file);
        assertThat(folder().ofRun(new RunId("20261124T120000Z-3f9d"))).isEmpty();
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
        assertThat(file.getParent()).isNotEqualTo(directory);
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

    /** Each with a check that is right, as by somebody who knows how it is made. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'salt-salt-salt-0' | '' | lacks salt",
                "'salt-salt-salt-0' | 'salt' | holds what messagemedia:apply does not write",
                "'salt-salt-salt-0' | 7 | lacks salt",
                "'owner': 'default' | 'owner': '' | lacks owner",
                "'plugin': 'messagemedia-maven-plugin/1.0.0', | | holds what messagemedia:apply does not write",
                "'formatVersion': 1, | 'formatVersion': 1, 'more': 1, | holds what messagemedia:apply does not write",
                "'path': 'x' | 'path': 'from' | names what are no options",
                "'path': 'x' | 'path': 'from.x' | names what are no options",
                "'path': 'provider' | 'path': 'gateway_url.x' | names what are no options",
                "'path': 'provider' | 'path': '' | lacks path",
                "'path': 'x' | 'path': 'x..y' | names what are no options",
                "'after': 'print-02' | 'after': 'short' | holds what messagemedia:apply does not write",
                "'print': 'print-01' | 'print': 7 | lacks print",
                "'sealed': 'jwe' | 'sealed': {} | lacks sealed",
                "'sealed': 'jwe', | 'sealed': 'jwe', 'before': 1, | holds what messagemedia:apply does not write",
                "'confidential': true | 'confidential': false | holds what messagemedia:apply does not write",
                "'unchanged': true | 'unchanged': 1 | holds what messagemedia:apply does not write",
                "'unchanged': true, | 'extra': true, | holds what messagemedia:apply does not write"
            })
    void aBackupWithAFieldThatNoApplyWritesIsRefused(String what, String other, String problem) throws Exception {
        String text = Files.readString(folder().keep(backup("sms"))).replaceAll("(?m)^ +", "");
        String from = what.replace('\'', '"');
        assertThat(text).contains(from);
        String changed = text.replace(from, other == null ? "" : other.replace('\'', '"'));
        assertThat(problemOf(checked(changed))).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "[{'path': 'a', 'after': 'print-02', 'unchanged': true}]"})
    void aBackupOfNoChangeIsRefused(String changes) throws Exception {
        String text = Files.readString(folder().keep(backup("sms")));
        String changed = text.replaceFirst("(?s)\"changes\": \\[.*]", "\"changes\": " + changes.replace('\'', '"'));
        assertThat(problemOf(checked(changed))).isEqualTo("names no change");
    }

    private static String checked(String text) throws Exception {
        Map<String, Value> members = new LinkedHashMap<>(((Value.Tree) Json.parse(text)).members());
        members.remove("check");
        String check = new Fingerprints("messagemedia backup").of(Json.write(new Value.Tree(members)));
        members.put("check", Value.of(check));
        return Json.write(new Value.Tree(members));
    }

    private String problemOf(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("file.json"), text);
        String message =
                catchThrowableOfType(Fault.class, () -> BackupFolder.read(file)).problem();
        assertThat(message).startsWith("The backup " + file + " ").endsWith(". Nothing was written.");
        return message.substring(("The backup " + file + " ").length(), message.indexOf(". Nothing"));
    }

    /** An option can become an object, and an object an option. */
    @Test
    void whatReplacesAnotherKindOfValueIsNoContradiction() {
        Entry option = new Entry(FieldPath.of("a"), new Before.Plain(Value.of(1)), Optional.empty(), false);
        Entry below = entry(FieldPath.of("a", "b"), new Before.Absent());
        Backup backup = new Backup(
                backup("sms").subject(),
                "plugin/1",
                Optional.empty(),
                new Fingerprints("salt-salt-salt-0"),
                List.of(option, below));
        assertThat(BackupFolder.read(folder().keep(backup))).isEqualTo(backup);
    }

    @Test
    void whatCouldNotBeReadAgainIsRefusedBeforeAnythingIsWritten() {
        Backup fine = backup("sms");
        Value deep = Value.of(1);
        for (int level = 0; level < 63; level++) {
            deep = new Value.Array(List.of(deep));
        }
        Backup backup = new Backup(
                fine.subject(),
                fine.plugin(),
                fine.run(),
                fine.key(),
                List.of(entry(FieldPath.of("a"), new Before.Plain(deep))));
        Fault fault = catchThrowableOfType(Fault.class, () -> folder().keep(backup));
        assertThat(fault)
                .hasMessage("The backup of what this apply replaces could not be read again: it is damaged."
                        + " Nothing was written.");
        assertThat(folder().folder()).doesNotExist();
        Value large = Value.of("x".repeat(16 * 1024 * 1024));
        Backup second = new Backup(
                fine.subject(),
                fine.plugin(),
                fine.run(),
                fine.key(),
                List.of(entry(FieldPath.of("a"), new Before.Plain(large))));
        assertThat(catchThrowableOfType(Fault.class, () -> folder().keep(second))
                        .problem())
                .endsWith("would be larger than 16 MiB, the limit for reading it again.");
        assertThat(folder().all()).isEmpty();
    }

    @Test
    void aFolderThatOthersCanWriteToIsWarnedOfOrRefused() throws IOException {
        assertThat(folder().warning()).isEmpty();
        Path open = folder().keep(backup("sms")).getParent().getParent();
        assertThat(folder().warning()).isEmpty();
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwx---"));
        assertThat(folder().warning())
                .contains("The group of the backup folder " + open + " can write to it, and so change what a rollback"
                        + " puts back. Take that right away: chmod g-w " + open);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        Fault fault = catchThrowableOfType(Fault.class, () -> folder().warning());
        assertThat(fault)
                .hasMessage("Everybody can write to the backup folder " + directory + ". Nothing was written.");
        assertThat(fault.remedy())
                .isEqualTo("Take that right away (chmod go-w " + directory + ") and see what is in it, or name another"
                        + " folder with -Dmessagemedia.backupDirectory=PATH.");
    }
}

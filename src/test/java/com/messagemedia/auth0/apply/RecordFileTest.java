package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordFileTest extends RehearsalTest {

    @BeforeEach
    void keepTheRecordInAFile() {
        rehearsal.describe("state: file\n", MESSAGE_MEDIA);
    }

    private String text() throws IOException {
        return Files.readString(rehearsal.recordFile());
    }

    @Test
    void recordIsKeptInTheFileAndNotOnTheConnection() throws IOException {
        assertThat(rehearsal.applyTwice().outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(rehearsal.wire().lastBody().members()).containsOnlyKeys("options");
        assertThat(rehearsal.metadata()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rehearsal.recordFile())))
                .isEqualTo("rw-------");
        assertThat(text()).contains("\"" + rehearsal.sandbox().address() + " con_SandboxSms000000 default\": \"3.");
        assertThat(text()).doesNotContain("SandboxApi", "61491570156");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(rehearsal.file(), rehearsal.recordFile());
        }
    }

    @Test
    void committedFileIsReadAgain() throws IOException {
        rehearsal.applyTwice();
        String committed = text();
        rehearsal.set("from", "\"+15550100000\"");
        assertThat(rehearsal.refused()).hasMessage("The plan has 1 conflict: from. Nothing was written.");
        assertThat(text()).isEqualTo(committed);
    }

    @Test
    void missingFileIsAFirstAdoptionThatAsksForNoWrite() throws IOException {
        rehearsal.applyTwice();
        Files.delete(rehearsal.recordFile());
        rehearsal.requests();
        assertThat(rehearsal.plan().plan().record()).isEqualTo(RecordChange.ADOPT);
        rehearsal.applyTwice();
        assertThat(rehearsal.wire().bodies()).hasSize(1);
        assertThat(rehearsal.recordFile()).exists();
    }

    /** A record of the other owner leaves less room than this one needs, which is seen before Auth0 is asked. */
    @Test
    @Tag("slow")
    void fileThatCouldNotBeReadAgainIsRefusedBeforeTheChange() throws IOException {
        String head = "{\"formatVersion\":1,\"records\":{\"elsewhere.eu.auth0.com con_x default\":\"";
        int room = 50;
        String text = head + "x".repeat((1 << 24) - head.length() - "\"}}".length() - room) + "\"}}";
        rehearsal.write(rehearsal.recordFile(), text);
        rehearsal.requests();
        Fault fault = rehearsal.refused();
        assertThat(fault)
                .hasMessage("The applied record " + rehearsal.recordFile()
                        + " would be larger than 16 MiB, the limit for reading it again.");
        assertThat(rehearsal.requests()).isNotEmpty().noneMatch(request -> request.startsWith("PATCH"));
        assertThat(text()).isEqualTo(text);
    }

    @Test
    void recordsOfOthersInTheFileStay() throws IOException {
        rehearsal.write(
                rehearsal.recordFile(),
                "{\"formatVersion\":1,\"records\":{\"elsewhere.eu.auth0.com con_x default\":\"1.whatever\"}}");
        rehearsal.applyTwice();
        assertThat(text()).contains("\"elsewhere.eu.auth0.com con_x default\": \"1.whatever\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<<<<<<< ours|contains merge conflict markers.|Resolve the conflict with either side, then run"
                        + " the plan goal again.",
                "{\"formatVersion\":2,\"records\":{}}|is not an applied record of format version 1."
                        + "|Restore it from version control; if a newer version of the plugin wrote it, use that version.",
                "[]|is not an applied record of format version 1."
                        + "|Restore it from version control; if a newer version of the plugin wrote it, use that version.",
                "{\"formatVersion\":1}|is not an applied record of format version 1."
                        + "|Restore it from version control; if a newer version of the plugin wrote it, use that version."
            })
    void fileThatIsNoRecordStopsBeforeAnyWrite(String text, String problem, String remedy) throws IOException {
        rehearsal.write(rehearsal.recordFile(), text);
        Fault fault = rehearsal.refused();
        assertThat(fault).hasMessage("The applied record " + rehearsal.recordFile() + " " + problem);
        assertThat(fault.remedy()).isEqualTo(remedy);
        assertThat(fault.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
        assertThat(text()).isEqualTo(text);
    }

    @Test
    void recordOfAnOldOwnerIsInNobodysWay() throws IOException {
        rehearsal.applyTwice();
        rehearsal.describe("owner: renamed\n", "state: file\n", MESSAGE_MEDIA).applyTwice();
        assertThat(rehearsal.wire().bodies()).hasSize(1);
        assertThat(text()).contains(" con_SandboxSms000000 default\": \"", " con_SandboxSms000000 renamed\": \"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"formatVersion\":1,\"records\":{"})
    void damagedFileStopsBeforeAnyWrite(String text) {
        rehearsal.write(rehearsal.recordFile(), text);
        Fault fault = rehearsal.refused();
        assertThat(fault.problem()).startsWith("The applied record " + rehearsal.recordFile() + " is damaged (");
        assertThat(fault.remedy()).isEqualTo("Restore it from version control.");
    }

    @Test
    void folderInItsPlaceStopsBeforeAnyWrite() throws IOException {
        Files.createDirectory(rehearsal.recordFile());
        Fault fault = rehearsal.refused();
        assertThat(fault).hasMessage("The applied record " + rehearsal.recordFile() + " is a folder.");
        assertThat(fault.remedy()).isEqualTo("Name the file itself.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.cut", "7"})
    void damagedRecordInTheFileIsLost(String record) {
        rehearsal.applyTwice();
        String key = rehearsal.sandbox().address() + " con_SandboxSms000000 default";
        String value = record.equals("7") ? record : '"' + record + '"';
        rehearsal.write(rehearsal.recordFile(), "{\"formatVersion\":1,\"records\":{\"" + key + "\":" + value + "}}");
        assertThat(rehearsal.refused().problem()).startsWith("No option is in conflict, but the applied record cannot");
        rehearsal.applyTwice(Choices.ADOPT);
    }

    @Test
    void failureToKeepItAfterThePatchSaysThatTheChangeIsThere() throws IOException {
        rehearsal.wire().once(Moment.after(PATCH, () -> makeFolder(rehearsal.recordFile())));
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault)
                .hasMessage("Auth0 accepted the change, but the applied record could not be saved. The applied"
                        + " record "
                        + rehearsal.recordFile() + " is a folder.");
        assertThat(fault.remedy())
                .isEqualTo("Name the file itself. Then run apply again: it changes no option and saves the record.");
        assertThat(fault.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(rehearsal.live("provider")).isEqualTo("\"sms_gateway\"");
        Files.delete(rehearsal.recordFile());
        rehearsal.applyTwice();
        assertThat(rehearsal.wire().bodies()).hasSize(1);
    }

    @Test
    void failureToKeepItWithoutAChangeSaysThatNothingWasWritten() throws IOException {
        rehearsal.applyTwice();
        Files.delete(rehearsal.recordFile());
        rehearsal.wire().once(Moment.after(LIST, () -> makeFolder(rehearsal.recordFile())));
        Fault fault = rehearsal.refused();
        assertThat(fault).hasMessage("The applied record " + rehearsal.recordFile() + " is a folder.");
        assertThat(fault.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
    }

    private static void makeFolder(Path path) {
        try {
            Files.createDirectory(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void lostReplyToARemovalAloneIsNotTakenForApplied() {
        rehearsal.applyTwice();
        rehearsal.describe("state: file\n", MESSAGE_MEDIA, "remove: [messaging_service_sid]\n");
        rehearsal.wire().once(Moment.of(PATCH, Fate.REQUEST_LOST));
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault.problem()).endsWith(" A second read shows that the change was not applied.");
        assertThat(fault.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
        rehearsal.wire().once(Moment.of(PATCH, Fate.REQUEST_LOST, () -> rehearsal.set("theirs", "1")));
        Fault other = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(other)
                .hasMessage("The connection was changed in Auth0 after the plan was made. Nothing was written.");
        assertThat(other.outcome()).isEqualTo(Outcome.REFUSED);
        rehearsal.applyTwice();
        assertThat(rehearsal.live("messaging_service_sid")).isEqualTo("absent");
    }

    /** A build that died between the PATCH and the file leaves the new options and the record of before. */
    @Test
    void recordOfBeforeIsBroughtUpToDateWithoutAWrite() throws IOException {
        rehearsal.applyTwice();
        String old = text();
        rehearsal.describe("state: file\n", MESSAGE_MEDIA, "options: {template: \"Code @@password@@\"}\n");
        rehearsal.applyTwice();
        int written = rehearsal.wire().bodies().size();
        rehearsal.write(rehearsal.recordFile(), old);
        assertThat(rehearsal.plan().plan().changesOptions()).isFalse();
        assertThat(rehearsal.plan().plan().record()).isEqualTo(RecordChange.UPDATE);
        rehearsal.applyTwice();
        assertThat(rehearsal.wire().bodies()).hasSize(written);
        assertThat(text()).isNotEqualTo(old);
        rehearsal.describe("state: file\n", MESSAGE_MEDIA).applyTwice();
        assertThat(rehearsal.live("template")).isEqualTo("absent");
    }

    @Test
    void optionThatAuth0PutsBackIsRememberedInTheFileWithoutAnotherWrite() {
        rehearsal.describe("state: file\n", MESSAGE_MEDIA, "remove: [brute_force_protection]\n");
        assertThat(rehearsal.applyTwice().resetByAuth0()).containsExactly(FieldPath.of("brute_force_protection"));
        assertThat(rehearsal.wire().bodies()).hasSize(1);
    }
}
